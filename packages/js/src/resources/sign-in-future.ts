import { web3Provider } from '../core/wallets.ts';
import type { FutureResult } from '../types/futures.ts';
import type {
  SignInFutureCreateParams, SignInFutureEmailCodeSendParams, SignInFutureFinalizeParams, SignInFuturePasskeyParams, SignInFuturePasswordParams,
  SignInFuturePhoneCodeSendParams, SignInFutureResetPasswordSubmitParams, SignInFutureResource, SignInFutureSSOParams, SignInFutureTicketParams,
  SignInFutureWeb3Params,
} from '../types/sign-in-future.ts';
import type { SignInCreateParams } from '../types/sign-in.ts';
import { createSettle, existingSession, requireFactor, requireSession, ticketOfPage, type Settle } from './future.ts';
import { FutureEmailLink } from './future-email-link.ts';
import type { ResourceHost } from './host.ts';
import type { SignIn } from './sign-in.ts';
import * as flows from './sign-in-flows.ts';

type Code = { code: string };

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

  create = (params: SignInFutureCreateParams): Promise<FutureResult> =>
    this.#settle(() => this.#signIn.create({ ...(params.ticket ? { strategy: 'ticket' } : {}), ...params } as SignInCreateParams));

  password = ({ password, identifier, emailAddress, phoneNumber }: SignInFuturePasswordParams): Promise<FutureResult> =>
    this.#settle(async () => {
      const named = identifier ?? emailAddress ?? phoneNumber;
      if (!this.#signIn.id || named) return this.#signIn.create({ strategy: 'password', identifier: named ?? this.identifier ?? '', password });
      return this.#signIn.attemptFirstFactor({ strategy: 'password', password });
    });

  emailCode = {
    sendCode: (params?: SignInFutureEmailCodeSendParams) =>
      this.#settle(async () => {
        await this.#identify(params?.emailAddress);
        const id = params?.emailAddressId;
        const factor = requireFactor(this.supportedFirstFactors, 'email_code', (one) => !id || ('emailAddressId' in one && one.emailAddressId === id));
        await this.#signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId: factor.emailAddressId });
      }),
    verifyCode: ({ code }: Code) => this.#settle(() => this.#signIn.attemptFirstFactor({ strategy: 'email_code', code })),
  };

  phoneCode = {
    sendCode: (params?: SignInFuturePhoneCodeSendParams) =>
      this.#settle(async () => {
        await this.#identify(params?.phoneNumber);
        const id = params?.phoneNumberId;
        const factor = requireFactor(this.supportedFirstFactors, 'phone_code', (one) => !id || ('phoneNumberId' in one && one.phoneNumberId === id));
        const channel = params?.channel;
        await this.#signIn.prepareFirstFactor({ strategy: 'phone_code', phoneNumberId: factor.phoneNumberId, channel });
      }),
    verifyCode: ({ code }: Code) => this.#settle(() => this.#signIn.attemptFirstFactor({ strategy: 'phone_code', code })),
  };

  emailLink = new FutureEmailLink({
    settle: (action) => this.#settle(action),
    send: async ({ emailAddress, emailAddressId, verificationUrl }) => {
      await this.#identify(emailAddress);
      const factor = requireFactor(this.supportedFirstFactors, 'email_link');
      const redirectUrl = new URL(verificationUrl, window.location.href).href;
      await this.#signIn.prepareFirstFactor({ strategy: 'email_link', emailAddressId: emailAddressId ?? factor.emailAddressId, redirectUrl });
    },
    reload: async () => (await this.#signIn.reload()).firstFactorVerification,
    verification: () => this.firstFactorVerification,
  });

  resetPasswordEmailCode = {
    sendCode: () =>
      this.#settle(() => {
        const { emailAddressId } = requireFactor(this.supportedFirstFactors, 'reset_password_email_code');
        return this.#signIn.prepareFirstFactor({ strategy: 'reset_password_email_code', emailAddressId });
      }),
    verifyCode: ({ code }: Code) => this.#settle(() => this.#signIn.attemptFirstFactor({ strategy: 'reset_password_email_code', code })),
    submitPassword: (params: SignInFutureResetPasswordSubmitParams) => this.#settle(() => this.#signIn.resetPassword(params)),
  };

  resetPasswordPhoneCode = {
    sendCode: () =>
      this.#settle(() => {
        const { phoneNumberId } = requireFactor(this.supportedFirstFactors, 'reset_password_phone_code');
        return this.#signIn.prepareFirstFactor({ strategy: 'reset_password_phone_code', phoneNumberId });
      }),
    verifyCode: ({ code }: Code) => this.#settle(() => this.#signIn.attemptFirstFactor({ strategy: 'reset_password_phone_code', code })),
    submitPassword: (params: SignInFutureResetPasswordSubmitParams) => this.#settle(() => this.#signIn.resetPassword(params)),
  };

  mfa = {
    sendPhoneCode: () =>
      this.#settle(() => {
        const { phoneNumberId } = requireFactor(this.supportedSecondFactors, 'phone_code');
        return this.#signIn.prepareSecondFactor({ strategy: 'phone_code', phoneNumberId });
      }),
    verifyPhoneCode: ({ code }: Code) => this.#settle(() => this.#signIn.attemptSecondFactor({ strategy: 'phone_code', code })),
    sendEmailCode: () =>
      this.#settle(() => {
        const { emailAddressId } = requireFactor(this.supportedSecondFactors, 'email_code');
        return this.#signIn.prepareSecondFactor({ strategy: 'email_code', emailAddressId });
      }),
    verifyEmailCode: ({ code }: Code) => this.#settle(() => this.#signIn.attemptSecondFactor({ strategy: 'email_code', code })),
    verifyTOTP: ({ code }: Code) => this.#settle(() => this.#signIn.attemptSecondFactor({ strategy: 'totp', code })),
    verifyBackupCode: ({ code }: Code) => this.#settle(() => this.#signIn.attemptSecondFactor({ strategy: 'backup_code', code })),
  };

  sso = ({ redirectUrl, redirectCallbackUrl, popup, ...rest }: SignInFutureSSOParams): Promise<FutureResult> =>
    this.#settle(() => {
      const params = { ...rest, redirectUrl: redirectCallbackUrl, redirectUrlComplete: redirectUrl };
      return popup ? this.#signIn.authenticateWithPopup({ ...params, popup }) : this.#signIn.authenticateWithRedirect(params);
    });

  /** With the ticket given, or the one this page was called with. */
  ticket = (params?: SignInFutureTicketParams): Promise<FutureResult> =>
    this.#settle(() => this.#signIn.create({ strategy: 'ticket', ticket: params?.ticket ?? ticketOfPage() }));

  web3 = ({ strategy }: SignInFutureWeb3Params): Promise<FutureResult> =>
    this.#settle(() => flows.authenticateWithWallet(this.#signIn, web3Provider(strategy)));

  passkey = (params?: SignInFuturePasskeyParams): Promise<FutureResult> =>
    this.#settle(() => this.#signIn.authenticateWithPasskey(params));

  /** Makes the session that this sign-in created the active one. */
  finalize = (params?: SignInFutureFinalizeParams): Promise<FutureResult> =>
    this.#settle(async () => {
      await this.#host.setActive({ session: requireSession(this.createdSessionId), navigate: params?.navigate });
      this.#host.resetAttempt('signIn');
    });

  reset = async (): Promise<FutureResult> => {
    this.#host.resetAttempt('signIn');
    return { error: null };
  };

  /** Starts the attempt, when there is none or another identifier is given. */
  async #identify(identifier: string | undefined): Promise<void> {
    if (identifier && identifier !== this.identifier) await this.#signIn.create({ identifier });
  }
}
