// What the person of the stand-in Clerk object is known by, and proves themselves with.
import { checkCode, emailLinkFlow, verification, wait, type Fake } from './fake-parts.ts';

export function fakeEmailAddress(fake: Fake, id: string, address: string, status: string, onRemoved: () => void) {
  const own = {
    id,
    emailAddress: address,
    verification: verification(status),
    linkedTo: [],
    prepareVerification: () => wait(),
    attemptVerification: async ({ code }: { code: string }) => {
      await wait();
      checkCode(code);
      own.verification = verification('verified');
      fake.emit();
    },
    destroy: async () => {
      await wait();
      onRemoved();
      fake.emit();
    },
    createEmailLinkFlow: emailLinkFlow(fake, (opened): object => {
      own.verification = verification(opened);
      fake.emit();
      return { verification: own.verification };
    }),
    toString: () => address,
  };
  return own;
}

/** @param firstBackupCodes the codes that come along with the first second factor */
export function fakePhoneNumber({ emit }: Fake, id: string, phoneNumber: string, reservedFirst: boolean, firstBackupCodes: () => string[] | undefined) {
  const own = {
    id,
    phoneNumber,
    verification: verification('verified'),
    reservedForSecondFactor: reservedFirst,
    defaultSecondFactor: reservedFirst,
    backupCodes: undefined as string[] | undefined,
    destroy: () => wait(),
    setReservedForSecondFactor: async ({ reserved }: { reserved: boolean }) => {
      await wait();
      own.reservedForSecondFactor = reserved;
      own.defaultSecondFactor = reserved;
      own.backupCodes = reserved ? firstBackupCodes() : undefined;
      emit();
      return own;
    },
  };
  return own;
}

export function fakePasskey({ emit }: Fake, id: string, name: string, onRemoved: () => void) {
  const own = {
    id,
    name,
    createdAt: new Date(),
    lastUsedAt: null,
    update: async (changes: { name: string }) => {
      await wait();
      own.name = changes.name;
      emit();
    },
    delete: async () => {
      await wait();
      onRemoved();
      emit();
    },
  };
  return own;
}

/** @param strategy how it was proved; none for a wallet that was not */
export function fakeWallet({ emit }: Fake, id: string, address: string, strategy: string | null, onRemoved: () => void) {
  const own = {
    id,
    web3Wallet: address,
    verification: { ...verification(strategy ? 'verified' : 'unverified'), strategy, message: 'Sign in to Harbor.' },
    prepareVerification: async () => {
      await wait();
      return own;
    },
    attemptVerification: async ({ strategy }: { strategy: string }) => {
      await wait();
      own.verification = { ...own.verification, status: 'verified', strategy };
      emit();
      return own;
    },
    destroy: async () => {
      await wait();
      onRemoved();
      emit();
    },
  };
  return own;
}
