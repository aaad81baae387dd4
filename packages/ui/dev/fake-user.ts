// The person of the stand-in Clerk object.
import type { createFakeEnvironment } from './fake-environment.ts';
import { fakeEmailAddress, fakePasskey, fakePhoneNumber, fakeWallet } from './fake-identifications.ts';
import { createFakeMemberships } from './fake-organizations.ts';
import { ApiError, checkCode, verification, wait, type Fake } from './fake-parts.ts';

const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#f4a259"/><stop offset="1" stop-color="#8e4162"/></linearGradient></defs><rect width="80" height="80" fill="url(#g)"/><circle cx="40" cy="32" r="14" fill="#fff" opacity=".85"/><path d="M12 80c3-20 15-28 28-28s25 8 28 28Z" fill="#fff" opacity=".85"/></svg>',
)}`;
const backupCodes = ['k7wq2m9x', 'p4tz8rhd', 'x2nv6bcy', 'm9sg3jqf', 'd5hk7wtr', 'r8yx4pzn', 'b6cm2vks', 'w3fj9dgh', 'z7qt5nxb', 'h4rs8mky'];

/** @param session the session that the person's actions are part of */
export function createFakeUser(
  fake: Fake,
  environment: ReturnType<typeof createFakeEnvironment>,
  session: () => { proved: boolean; finish: (task: string) => void },
) {
  const { scenario, emit } = fake;
  const email = (id: string, address: string, status: string) =>
    fakeEmailAddress(fake, id, address, status, () => (user.emailAddresses = user.emailAddresses.filter(one => one.id !== id)));
  const passkey = (id: string, name: string) =>
    fakePasskey(fake, id, name, () => (user.passkeys = user.passkeys.filter(one => one.id !== id)));
  const wallet = (id: string, address: string, strategy: string | null) =>
    fakeWallet(fake, id, address, strategy, () => (user.web3Wallets = user.web3Wallets.filter(one => one.id !== id)));
  /** The first second factor brings backup codes along, where they are on. */
  const firstBackupCodes = () => {
    const wanted = !user.backupCodeEnabled && environment.userSettings.attributes.backup_code.enabled;
    user.backupCodeEnabled ||= wanted;
    emit();
    return wanted ? backupCodes : undefined;
  };

  const more = Array.from({ length: scenario.many ?? 0 }, (_, index) => index + 1);

  const user = {
    id: 'user_1',
    firstName: 'Noor',
    lastName: 'Haddad',
    fullName: 'Noor Haddad',
    username: 'noor' as string | null,
    hasImage: true,
    imageUrl: picture,
    passwordEnabled: true,
    deleteSelfEnabled: true,
    primaryEmailAddressId: 'idn_1',
    primaryPhoneNumberId: 'idn_3',
    emailAddresses: [email('idn_1', 'noor@harbor.test', 'verified'), email('idn_2', 'noor.haddad@longer-domain-for-layout.example', 'unverified'), ...more.map(n => email(`idn_more_${n}`, `noor+${n}@harbor.test`, 'verified'))],
    phoneNumbers: [fakePhoneNumber(fake, 'idn_3', '+14155550142', scenario.twoStep?.includes('phone') ?? false, firstBackupCodes)],
    totpEnabled: scenario.twoStep?.includes('totp') ?? false,
    backupCodeEnabled: scenario.twoStep?.includes('backup') ?? false,
    get twoFactorEnabled() {
      return user.totpEnabled || user.phoneNumbers.some(({ reservedForSecondFactor }) => reservedForSecondFactor);
    },
    passkeys: [passkey('idn_5', 'Noor’s laptop')],
    createPasskey: async () => {
      await wait();
      if (user.passkeys.length > 1) throw Object.assign(new Error('cancelled'), { code: 'passkey_registration_cancelled' });
      user.passkeys = [...user.passkeys, passkey('idn_6', 'Firefox on Linux')];
      emit();
    },
    createOrganizationEnabled: !scenario.noCreating,
    getOrganizationMemberships: createFakeMemberships(fake),
    primaryWeb3WalletId: 'idn_7',
    web3Wallets: scenario.wallets
      ? [
          wallet('idn_7', '0x71C7656EC7ab88b098defB751B7401B5f6d8976F', 'web3_coinbase_wallet_signature'),
          wallet('idn_8', '0x2546BcD3c84621e976D8185a91A922aE77ECEC30', 'web3_okx_wallet_signature'),
        ]
      : [],
    createWeb3Wallet: async ({ web3Wallet }: { web3Wallet: string }) => {
      await wait();
      const created = wallet('idn_9', web3Wallet, null);
      user.web3Wallets = [...user.web3Wallets, created];
      emit();
      return created;
    },
    createTOTP: async () => {
      await wait();
      const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
      return { id: 'totp_1', secret, uri: `otpauth://totp/Harbor:noor%40harbor.test?secret=${secret}&issuer=Harbor&algorithm=SHA1&digits=6&period=30` };
    },
    verifyTOTP: async ({ code }: { code: string }) => {
      await wait();
      checkCode(code);
      user.totpEnabled = true;
      session().finish('setup-mfa');
      emit();
      return { backupCodes: firstBackupCodes() };
    },
    disableTOTP: async () => {
      await wait();
      user.totpEnabled = false;
      emit();
    },
    createBackupCode: async () => {
      await wait();
      user.backupCodeEnabled = true;
      emit();
      return { codes: backupCodes };
    },
    externalAccounts: [
      { id: 'eac_1', provider: 'google', emailAddress: 'noor@gmail.com', username: '', verification: verification('verified'), providerTitle: () => 'Google', accountIdentifier: () => 'noor@gmail.com', destroy: () => wait() },
      { id: 'eac_2', provider: 'github', emailAddress: '', username: 'noorh', verification: { ...verification('failed'), error: { code: 'x', longMessage: 'GitHub did not answer.' } }, providerTitle: () => 'GitHub', accountIdentifier: () => 'noorh', destroy: () => wait() },
    ],
    get verifiedExternalAccounts() {
      return user.externalAccounts.filter(account => account.verification.status === 'verified');
    },
    get unverifiedExternalAccounts() {
      return user.externalAccounts.filter(account => account.verification.status !== 'verified');
    },
    get primaryEmailAddress() {
      return user.emailAddresses.find(address => address.id === user.primaryEmailAddressId) ?? null;
    },
    primaryPhoneNumber: null,
    primaryWeb3Wallet: null,
    update: async (changes: object) => {
      await wait();
      if (!session().proved) throw new ApiError('session_reverification_required', 'Please prove again who you are.');
      Object.assign(user, changes);
      emit();
    },
    setProfileImage: async ({ file }: { file: File | null }) => {
      await wait();
      user.hasImage = file !== null;
      emit();
    },
    updatePassword: async ({ currentPassword }: { currentPassword?: string }) => {
      await wait();
      session().finish('reset-password');
      if (currentPassword !== undefined && currentPassword !== 'right') throw new ApiError('form_password_incorrect', 'That password is not right. Please try again.', 'current_password');
    },
    createEmailAddress: async ({ email: address }: { email: string }) => {
      await wait();
      if (address.startsWith('taken')) throw new ApiError('form_identifier_exists', 'That email address is taken. Please try another.', 'email_address');
      const created = email(`idn_${Date.now()}`, address, 'unverified');
      user.emailAddresses = [...user.emailAddresses, created];
      emit();
      return created;
    },
    createPhoneNumber: async () => wait(),
    createExternalAccount: async () => wait(),
    getSessions: async () => {
      await wait();
      const activity = (over: object) => ({ browserName: 'Firefox', browserVersion: '141.0', deviceType: 'Macintosh', isMobile: false, ipAddress: '198.51.100.7', city: 'Lisbon', country: 'PT', ...over });
      return [
        { id: 'sess_1', lastActiveAt: new Date(), latestActivity: activity({}), revoke: () => wait() },
        { id: 'sess_2', lastActiveAt: new Date(Date.now() - 864e5 * 1.2), latestActivity: activity({ browserName: 'Mobile Safari', browserVersion: '19.0', deviceType: 'iPhone', isMobile: true, ipAddress: '203.0.113.44', city: 'Porto' }), revoke: () => wait() },
        ...more.map(n => ({ id: `sess_more_${n}`, lastActiveAt: new Date(Date.now() - 864e5 * (n + 2)), latestActivity: activity({ ipAddress: `203.0.113.${n}` }), revoke: () => wait() })),
      ];
    },
    delete: () => wait(),
  };
  return user;
}
