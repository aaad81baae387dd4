import { createWaiter } from '../core/wait-for.ts';
import { web3Provider } from '../core/wallets.ts';
import type { FutureResult, SignInFutureResource } from '../types/futures.ts';
import type { PhoneCodeChannel } from '../types/strategies.ts';
import type { SignInCreateParams } from '../types/sign-in.ts';
import { createSettle, existingSession, requireFactor, type Settle } from './future.ts';
import type { ResourceHost } from './host.ts';
import type { SignIn } from './sign-in.ts';
import * as flows from './sign-in-flows.ts';

type Params<Name extends 'password' | 'sso' | 'create' | 'web3'> = Parameters<SignInFutureResource[Name]>[0];

/** A sign-in whose methods answer errors instead of throwing them. Docs: reference/objects/sign-in-future. */
export class SignInFuture implements SignInFutureResource {
  readonly #signIn: SignIn;
  readonly #host: ResourceHost;
  readonly #settle: Settle;

  constructor(signIn: SignIn, host: ResourceHost) {
    this.#signIn = signIn;
    this.#host = host;
    this.#settle = createSettle(host, 'signIn');
  }

  get id() { return this.#signIn.id; }
  get status() { return this.#signIn.status ?? 'needs_identifier'; }
  get identifier() { return this.#signIn.identifier; }
  get createdSessionId() { return this.#signIn.createdSessionId; }
  get userData() { return this.#signIn.userData; }
  get supportedFirstFactors() { return this.#signIn.supportedFirstFactors ?? []; }
  get supportedSecondFactors() { return this.#signIn.supportedSecondFactors ?? []; }
  get firstFactorVerification() { return this.#signIn.firstFactorVerification; }
  get secondFactorVerification() { return this.#signIn.secondFactorVerification; }
  get isTransferable() { return this.firstFactorVerification.status === 'transferable'; }
  get existingSession() { return existingSession(this.firstFactorVerification.error); }

  create = (params: Params<'create'>): Promise<FutureResult> =>
    this.#settle(() => this.#signIn.create(params as SignInCreateParams));

  password = ({ password, identifier, emailAddress, phoneNumber }: Params<'password'>): Promise<FutureResult> =>
    this.#settle(async () => {
      const named = identifier ?? emailAddress ?? phoneNumber;
      if (!this.#signIn.id || named) return this.#signIn.create({ strategy: 'password', identifier: named ?? this.identifier ?? '', password });
      return this.#signIn.attemptFirstFactor({ strategy: 'password', password });
    });

  emailCode = {
    sendCode: (params?: { emailAddress?: string; emailAddressId?: string }) =>
      this.#settle(async () => {
        await this.#identify(params?.emailAddress);
        const id = params?.emailAddressId;
        const factor = requireFactor(this.supportedFirstFactors, 'email_code', (one) => !id || ('emailAddressId' in one && one.emailAddressId === id));
        await this.#signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId: factor.emailAddressId });
      }),
    verifyCode: ({ code }: { code: string }) => this.#settle(() => this.#signIn.attemptFirstFactor({ strategy: 'email_code', code })),
  };

  phoneCode = {
    sendCode: (params?: { phoneNumber?: string; phoneNumberId?: string; channel?: PhoneCodeChannel }) =>
      this.#settle(async () => {
        await this.#identify(params?.phoneNumber);
        const id = params?.phoneNumberId;
        const factor = requireFactor(this.supportedFirstFactors, 'phone_code', (one) => !id || ('phoneNumberId' in one && one.phoneNumberId === id));
        const channel = params?.channel;
        await this.#signIn.prepareFirstFactor({ strategy: 'phone_code', phoneNumberId: factor.phoneNumberId, channel });
      }),
    verifyCode: ({ code }: { code: string }) => this.#settle(() => this.#signIn.attemptFirstFactor({ strategy: 'phone_code', code })),
  };

  emailLink = new EmailLink(this, {
    settle: (action) => this.#settle(action),
    send: async ({ emailAddress, emailAddressId, verificationUrl }) => {
      await this.#identify(emailAddress);
      const factor = requireFactor(this.supportedFirstFactors, 'email_link');
      const redirectUrl = new URL(verificationUrl, window.location.href).href;
      await this.#signIn.prepareFirstFactor({ strategy: 'email_link', emailAddressId: emailAddressId ?? factor.emailAddressId, redirectUrl });
    },
    isSettled: async () => {
      await this.#signIn.reload();
      return ['verified', 'expired'].includes(this.firstFactorVerification.status ?? '');
    },
  });

  resetPasswordEmailCode = {
    sendCode: () =>
      this.#settle(() => {
        const { emailAddressId } = requireFactor(this.supportedFirstFactors, 'reset_password_email_code');
        return this.#signIn.prepareFirstFactor({ strategy: 'reset_password_email_code', emailAddressId });
      }),
    verifyCode: ({ code }: { code: string }) =>
      this.#settle(() => this.#signIn.attemptFirstFactor({ strategy: 'reset_password_email_code', code })),
    submitPassword: (params: { password: string; signOutOfOtherSessions?: boolean }) =>
      this.#settle(() => this.#signIn.resetPassword(params)),
  };

  mfa = {
    sendPhoneCode: () =>
      this.#settle(() => {
        const { phoneNumberId } = requireFactor(this.supportedSecondFactors, 'phone_code');
        return this.#signIn.prepareSecondFactor({ strategy: 'phone_code', phoneNumberId });
      }),
    verifyPhoneCode: ({ code }: { code: string }) => this.#settle(() => this.#signIn.attemptSecondFactor({ strategy: 'phone_code', code })),
    verifyTOTP: ({ code }: { code: string }) => this.#settle(() => this.#signIn.attemptSecondFactor({ strategy: 'totp', code })),
    verifyBackupCode: ({ code }: { code: string }) => this.#settle(() => this.#signIn.attemptSecondFactor({ strategy: 'backup_code', code })),
  };

  /** `redirectUrl`: where to end up; `redirectCallbackUrl`: where to come back to when more is to be done. */
  sso = ({ strategy, redirectUrl, redirectCallbackUrl, popup, oidcPrompt, identifier }: Params<'sso'>): Promise<FutureResult> =>
    this.#settle(() => {
      const params = { strategy, redirectUrl: redirectCallbackUrl, redirectUrlComplete: redirectUrl, oidcPrompt, identifier };
      return popup ? this.#signIn.authenticateWithPopup({ ...params, popup }) : this.#signIn.authenticateWithRedirect(params);
    });

  ticket = (params?: { ticket: string }): Promise<FutureResult> =>
    this.#settle(() => {
      const ticket = params?.ticket ?? new URL(window.location.href).searchParams.get('__clerk_ticket') ?? '';
      return this.#signIn.create({ strategy: 'ticket', ticket });
    });

  web3 = ({ strategy }: Params<'web3'>): Promise<FutureResult> =>
    this.#settle(() => flows.authenticateWithWallet(this.#signIn, web3Provider(strategy)));

  passkey = (params?: { flow?: 'autofill' | 'discoverable' }): Promise<FutureResult> =>
    this.#settle(() => this.#signIn.authenticateWithPasskey(params));

  /** Makes the session that this sign-in created the active one. */
  finalize = (params?: Parameters<SignInFutureResource['finalize']>[0]): Promise<FutureResult> =>
    this.#settle(() => this.#host.setActive({ session: this.createdSessionId, navigate: params?.navigate }));

  /** Starts the attempt, when there is none or another identifier is given. */
  async #identify(identifier: string | undefined): Promise<void> {
    if (identifier && identifier !== this.identifier) await this.#signIn.create({ identifier });
  }
}

interface EmailLinkSteps {
  settle: Settle;
  send: (params: Parameters<SignInFutureResource['emailLink']['sendLink']>[0]) => Promise<void>;
  isSettled: () => Promise<boolean>;
}

class EmailLink {
  readonly #signIn: SignInFuture;
  readonly #steps: EmailLinkSteps;
  readonly #waiter = createWaiter();

  constructor(signIn: SignInFuture, steps: EmailLinkSteps) {
    this.#signIn = signIn;
    this.#steps = steps;
  }

  sendLink = (params: Parameters<EmailLinkSteps['send']>[0]): Promise<FutureResult> => this.#steps.settle(() => this.#steps.send(params));

  waitForVerification = (): Promise<FutureResult> =>
    this.#steps.settle(() => this.#waiter.start(async () => ((await this.#steps.isSettled()) ? true : undefined)));

  /** What the followed link said, on the page to which it led. */
  get verification(): SignInFutureResource['emailLink']['verification'] {
    const search = new URL(window.location.href).searchParams;
    const status = search.get('__clerk_status');
    const createdSessionId = search.get('__clerk_created_session');
    if (!status || !createdSessionId) return null;
    return {
      status: status as 'verified',
      createdSessionId,
      verifiedFromTheSameClient: this.#signIn.firstFactorVerification.verifiedFromTheSameClient(),
    };
  }
}
