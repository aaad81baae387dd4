// An in-memory stand-in for the Clerk object and its server, for looking at the components without either.
// Development only: nothing in `src` imports this.

import { ApiError, wait } from './fake-parts.ts';
import { createFakeSession, type SessionScenario } from './fake-session.ts';

export interface Scenario extends SessionScenario {
  signedIn?: boolean;
  multiSession?: boolean;
  social?: string[];
  /** Wallets to sign in with. */
  wallets?: string[];
  /** How the wallet answers; it signs without it. */
  wallet?: 'missing' | 'refused' | 'new';
  attributes?: Record<string, object>;
  displayConfig?: object;
  signUpMode?: 'public' | 'restricted' | 'waitlist';
  legalConsent?: boolean;
  firstFactors?: object[];
  secondFactor?: boolean;
  /** Asks for one more proof of somebody whom this device does not know. */
  clientTrust?: boolean;
  /** How the next email link goes, and after how many ms; links are never opened without it. */
  emailLink?: { status: 'verified' | 'expired'; after: number };
  /** Second factors the signed-in user has. */
  twoStep?: ('totp' | 'phone' | 'backup')[];
  /** Scripts that the server wants in the page. */
  loaders?: object[];
  options?: object;
}

const attribute = (over: object = {}) => ({
  enabled: true,
  required: false,
  used_for_first_factor: true,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: true,
  ...over,
});
const off = attribute({ enabled: false, used_for_first_factor: false });

const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#f4a259"/><stop offset="1" stop-color="#8e4162"/></linearGradient></defs><rect width="80" height="80" fill="url(#g)"/><circle cx="40" cy="32" r="14" fill="#fff" opacity=".85"/><path d="M12 80c3-20 15-28 28-28s25 8 28 28Z" fill="#fff" opacity=".85"/></svg>',
)}`;

export function createFakeHost(scenario: Scenario) {
  const listeners = new Set<() => void>();
  const emit = () => {
    for (const listener of listeners) listener();
  };

  const environment = {
    protectConfig: { loaders: scenario.loaders ?? [] },
    authConfig: { singleSessionMode: !scenario.multiSession },
    displayConfig: {
      applicationName: 'Harbor',
      branded: true,
      showDevModeWarning: true,
      homeUrl: 'https://harbor.test/',
      signInUrl: '/sign-in',
      signUpUrl: '/sign-up',
      userProfileUrl: '/user',
      waitlistUrl: '/waitlist',
      logoImageUrl: '',
      supportEmail: 'help@harbor.test',
      preferredSignInStrategy: 'password',
      termsUrl: 'https://harbor.test/terms',
      privacyPolicyUrl: 'https://harbor.test/privacy',
      ...scenario.displayConfig,
    },
    userSettings: {
      attributes: {
        email_address: attribute({ required: true }),
        phone_number: off,
        username: off,
        first_name: attribute(),
        last_name: attribute(),
        password: attribute({ required: true }),
        authenticator_app: off,
        backup_code: off,
        passkey: off,
        ...scenario.attributes,
      },
      social: Object.fromEntries(
        (scenario.social ?? ['google', 'github']).map(id => [
          `oauth_${id}`,
          { enabled: true, authenticatable: true, strategy: `oauth_${id}`, name: id, logo_url: '' },
        ]),
      ),
      signUp: { mode: scenario.signUpMode ?? 'public', legal_consent_enabled: scenario.legalConsent ?? false },
      web3FirstFactors: (scenario.wallets ?? []).map(id => `web3_${id}_signature`),
      passwordSettings: { min_length: 8, max_length: 72, require_numbers: true, allowed_special_characters: '' },
      passkeySettings: { allow_autofill: true, show_sign_in_button: true },
      usernameSettings: { min_length: 4, max_length: 64 },
      actions: { delete_self: true },
    },
  };

  const emailLinkFlow = (opened: (status: string) => object) => () => ({
    startEmailLinkFlow: async (): Promise<object> => {
      if (!scenario.emailLink) return new Promise<object>(() => undefined);
      await wait(scenario.emailLink.after);
      return opened(scenario.emailLink.status);
    },
    cancelEmailLinkFlow: () => undefined,
  });

  const verification = (status: string) => ({ status, strategy: null, error: null });
  const email = (id: string, address: string, status = 'verified') => ({
    id,
    emailAddress: address,
    verification: verification(status),
    linkedTo: [],
    prepareVerification: () => wait(),
    attemptVerification: async ({ code }: { code: string }) => {
      await wait();
      if (code !== '424242') throw new ApiError('form_code_incorrect', 'That code is not right. Please check it and try again.', 'code');
      const found = user.emailAddresses.find(address => address.id === id);
      if (found) found.verification = verification('verified');
      emit();
    },
    destroy: async () => {
      await wait();
      user.emailAddresses = user.emailAddresses.filter(address => address.id !== id);
      emit();
    },
    createEmailLinkFlow: emailLinkFlow((status): object => {
      const found = user.emailAddresses.find(address => address.id === id);
      if (found) found.verification = verification(status);
      emit();
      return { verification: verification(status) };
    }),
    toString: () => address,
  });

  const backupCodes = ['k7wq2m9x', 'p4tz8rhd', 'x2nv6bcy', 'm9sg3jqf', 'd5hk7wtr', 'r8yx4pzn', 'b6cm2vks', 'w3fj9dgh', 'z7qt5nxb', 'h4rs8mky'];
  /** The first second factor brings backup codes along, where they are on. */
  const firstBackupCodes = () => {
    const wanted = !user.backupCodeEnabled && environment.userSettings.attributes.backup_code.enabled;
    user.backupCodeEnabled ||= wanted;
    emit();
    return wanted ? backupCodes : undefined;
  };
  const phone = (id: string, phoneNumber: string, reserved: boolean) => {
    const own = {
      id,
      phoneNumber,
      verification: verification('verified'),
      reservedForSecondFactor: reserved,
      defaultSecondFactor: reserved,
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
  };

  const passkey = (id: string, name: string) => {
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
        user.passkeys = user.passkeys.filter(one => one.id !== id);
        emit();
      },
    };
    return own;
  };

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
    emailAddresses: [email('idn_1', 'noor@harbor.test'), email('idn_2', 'noor.haddad@longer-domain-for-layout.example', 'unverified')],
    phoneNumbers: [phone('idn_3', '+14155550142', scenario.twoStep?.includes('phone') ?? false)],
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
    createTOTP: async () => {
      await wait();
      const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
      return { id: 'totp_1', secret, uri: `otpauth://totp/Harbor:noor%40harbor.test?secret=${secret}&issuer=Harbor&algorithm=SHA1&digits=6&period=30` };
    },
    verifyTOTP: async ({ code }: { code: string }) => {
      await wait();
      if (code !== '424242') throw new ApiError('form_code_incorrect', 'That code is not right. Please check it and try again.', 'code');
      user.totpEnabled = true;
      session.finish('setup-mfa');
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
      if (!session.proved) throw new ApiError('session_reverification_required', 'Please prove again who you are.');
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
      session.finish('reset-password');
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
      ];
    },
    delete: () => wait(),
  };

  const attempt = async (password: { strategy: string; password?: string; code?: string }) => {
    await wait();
    if (password.strategy === 'password' && password.password !== 'right') {
      throw new ApiError('form_password_incorrect', 'That password is not right. Try again, or use another way.', 'password');
    }
    if (password.code && password.code !== '424242') {
      throw new ApiError('form_code_incorrect', 'That code is not right. Please check it and try again.', 'code');
    }
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
    createEmailLinkFlow: emailLinkFlow((status): object => {
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
      if (scenario.wallet === 'missing') throw Object.assign(new Error('No wallet'), { code: 'web3_wallet_not_found' });
      if (scenario.wallet === 'refused') throw Object.assign(new Error('User rejected'), { code: 4001 });
      if (scenario.wallet === 'new') throw new ApiError('form_identifier_not_found', 'We do not know this account.');
      signIn.status = 'complete';
      return signIn;
    },
  };

  const signUp = {
    id: 'sua_1',
    status: null as string | null,
    emailAddress: null as string | null,
    phoneNumber: null as string | null,
    firstName: null,
    lastName: null,
    username: null,
    missingFields: [] as string[],
    unverifiedFields: [] as string[],
    verifications: {},
    createdSessionId: 'sess_1',
    create: async (params: { emailAddress?: string; phoneNumber?: string }) => {
      await wait();
      if (params.emailAddress?.startsWith('taken')) {
        throw new ApiError('form_identifier_exists', 'That email address is taken. Please try another, or sign in.', 'email_address');
      }
      Object.assign(signUp, params, { status: 'missing_requirements', unverifiedFields: [params.emailAddress ? 'email_address' : 'phone_number'] });
      return signUp;
    },
    createEmailLinkFlow: emailLinkFlow((status): object => {
      signUp.status = status === 'verified' ? 'complete' : signUp.status;
      return { ...signUp, verifications: { emailAddress: verification(status) } };
    }),
    update: async () => signUp,
    prepareEmailAddressVerification: () => wait(100),
    preparePhoneNumberVerification: () => wait(100),
    attemptEmailAddressVerification: async ({ code }: { code: string }) => {
      await wait();
      if (code !== '424242') throw new ApiError('form_code_incorrect', 'That code is not right. Please check it and try again.', 'code');
      signUp.status = 'complete';
      return signUp;
    },
    authenticateWithRedirect: () => wait(2000),
    authenticateWithMetamask: async () => {
      await wait();
      return Object.assign(signUp, { status: 'missing_requirements', missingFields: ['email_address'] });
    },
  };

  const session = createFakeSession(scenario, user);
  const second = {
    id: 'sess_2',
    status: 'active',
    user: { ...user, id: 'user_2', firstName: 'Work', lastName: 'Account', username: null, hasImage: false, primaryEmailAddress: { emailAddress: 'noor@work.example' } },
  };
  const sessions: object[] = scenario.signedIn || scenario.tasks ? (scenario.multiSession ? [session, second] : [session]) : [];
  const clerk = {
    client: { signIn, signUp, sessions, signedInSessions: sessions, activeSessions: sessions, lastAuthenticationStrategy: 'oauth_google' },
    session: scenario.signedIn ? session : null,
    user: scenario.signedIn ? user : null,
    redirectToTasks: async () => void (document.body.dataset['done'] = 'tasks'),
    instanceType: 'development',
    frontendApi: 'harbor-1.clerk.accounts.dev',
    addListener: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    navigate: async (to: string) => {
      const url = new URL(to, location.href);
      if (url.origin === location.origin) history.pushState(null, '', url);
    },
    buildUrlWithAuth: (url: string) => url,
    setActive: async () => {
      await wait();
      Object.assign(clerk, { session, user });
      emit();
      if (!session.currentTask) document.body.dataset['done'] = 'true';
    },
    signOut: async () => {
      await wait();
      document.body.dataset['done'] = 'signed-out';
    },
    handleEmailLinkVerification: async ({ onVerifiedOnOtherDevice }: { onVerifiedOnOtherDevice: () => void }) => {
      await wait();
      const code = new URLSearchParams(location.search).get('__clerk_status') ?? 'failed';
      if (code !== 'verified') throw Object.assign(new Error(code), { name: 'EmailLinkError', code });
      onVerifiedOnOtherDevice();
    },
    handleRedirectCallback: () => wait(5000),
    buildSignInUrl: () => '/sign-in',
    buildSignUpUrl: () => '/sign-up',
    authenticateWithGoogleOneTap: async ({ token }: { token: string }) => ({ token }),
    handleGoogleOneTapCallback: async (attempt: { token: string }, params: object) => {
      document.body.dataset['done'] = JSON.stringify({ ...attempt, ...params });
    },
    joinWaitlist: async ({ emailAddress }: { emailAddress: string }) => {
      await wait();
      if (!emailAddress.includes('@')) throw new ApiError('form_param_format_invalid', 'That is no email address. Please check it.', 'email_address');
    },
    __internal_openReverification: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('UserVerification', props),
    openWaitlist: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('Waitlist', props),
    openSignUp: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('SignUp', props),
    openSignIn: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('SignIn', props),
    openUserProfile: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('UserProfile', props),
  };
  return { clerk, environment, options: scenario.options ?? {} };
}
