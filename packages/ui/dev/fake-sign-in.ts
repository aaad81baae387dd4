// The sign-in of the stand-in Clerk object.
import { ApiError, checkCode, emailLinkFlow, verification, wait, type Fake } from './fake-parts.ts';
import { checkWallet } from './fake-wallets.ts';

export function createFakeSignIn(fake: Fake) {
  const { scenario, emit } = fake;
  const attempt = async (password: { strategy: string; password?: string; code?: string }) => {
    await wait();
    if (password.strategy === 'password' && password.password !== 'right') {
      throw new ApiError('form_password_incorrect', 'That password is not right. Try again, or use another way.', 'password');
    }
    if (password.code) checkCode(password.code);
    if (password.strategy.startsWith('reset')) signIn.status = 'needs_new_password';
    else if (scenario.secondFactor && signIn.status === 'needs_first_factor') signIn.status = 'needs_second_factor';
    else if (scenario.clientTrust && signIn.status === 'needs_first_factor') {
      signIn.status = 'needs_client_trust';
      signIn.supportedSecondFactors = [{ strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'n•••@harbor.test' }];
    }
    else signIn.status = 'complete';
    return signIn;
  };

  const signIn = {
    id: 'sia_1',
    status: null as string | null,
    identifier: null as string | null,
    createdSessionId: 'sess_1',
    supportedFirstFactors: null as object[] | null,
    supportedSecondFactors: <object[]>[
      { strategy: 'totp' },
      { strategy: 'phone_code', phoneNumberId: 'idn_3', safeIdentifier: '+1 (•••) •••-••42' },
      { strategy: 'backup_code' },
    ],
    firstFactorVerification: { error: null, strategy: null },
    create: async (params: { identifier?: string; password?: string; strategy?: string }) => {
      await wait();
      if (params.identifier?.startsWith('nobody')) {
        throw new ApiError('form_identifier_not_found', 'We do not know this account. Check the spelling, or create an account.', 'identifier');
      }
      if (params.identifier?.startsWith('locked')) {
        throw new ApiError('user_locked', 'This account is locked after too many tries. Try again in 1 hour, or contact support.');
      }
      signIn.identifier = params.identifier ?? null;
      signIn.status = 'needs_first_factor';
      signIn.supportedFirstFactors = scenario.firstFactors ?? [
        { strategy: 'password' },
        { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'n•••@harbor.test', primary: true },
        { strategy: 'reset_password_email_code', emailAddressId: 'idn_1', safeIdentifier: 'n•••@harbor.test' },
      ];
      emit();
      return signIn;
    },
    createEmailLinkFlow: emailLinkFlow(fake, (status): object => {
      signIn.status = status === 'verified' ? 'complete' : signIn.status;
      return { ...signIn, firstFactorVerification: verification(status) };
    }),
    prepareFirstFactor: () => wait(100),
    authenticateWithPasskey: async ({ flow }: { flow?: string } = {}): Promise<object> => {
      if (flow === 'autofill') return new Promise<object>(() => undefined);
      await wait();
      signIn.status = 'complete';
      return signIn;
    },
    prepareSecondFactor: () => wait(100),
    attemptFirstFactor: attempt,
    attemptSecondFactor: attempt,
    resetPassword: async () => {
      await wait();
      signIn.status = 'complete';
      return signIn;
    },
    authenticateWithRedirect: () => wait(2000),
    authenticateWithMetamask: async () => {
      await wait();
      checkWallet(fake);
      if (scenario.wallet === 'new') throw new ApiError('form_identifier_not_found', 'We do not know this account.');
      signIn.status = 'complete';
      return signIn;
    },
  };
  return signIn;
}
