import { web3Provider } from '../core/wallets.ts';
import type { FutureResult } from '../types/futures.ts';
import type { AuthenticateWithRedirectParams } from '../types/sign-in.ts';
import type {
  SignUpFutureCreateParams, SignUpFutureFinalizeParams, SignUpFuturePasswordParams, SignUpFuturePhoneCodeSendParams, SignUpFutureResource,
  SignUpFutureSSOParams, SignUpFutureTicketParams, SignUpFutureUpdateParams, SignUpFutureWeb3Params,
} from '../types/sign-up-future.ts';
import { createSettle, existingSession, requireSession, ticketOfPage, type Settle } from './future.ts';
import type { ResourceHost } from './host.ts';
import type { SignUp } from './sign-up.ts';
import * as flows from './sign-up-flows.ts';

/** A sign-up whose methods answer errors instead of throwing them. Docs: reference/objects/sign-up-future. */
export class SignUpFuture implements SignUpFutureResource {
  readonly #signUp: SignUp;
  readonly #host: ResourceHost;
  readonly #settle: Settle;

  constructor(signUp: SignUp, host: ResourceHost) {
    this.#signUp = signUp;
    this.#host = host;
    this.#settle = createSettle(host, 'signUp');
  }

  get id() { return this.#signUp.id; }
  get status() { return this.#signUp.status ?? 'missing_requirements'; }
  get requiredFields() { return this.#signUp.requiredFields; }
  get optionalFields() { return this.#signUp.optionalFields; }
  get missingFields() { return this.#signUp.missingFields; }
  get unverifiedFields() { return this.#signUp.unverifiedFields; }
  get username() { return this.#signUp.username; }
  get firstName() { return this.#signUp.firstName; }
  get lastName() { return this.#signUp.lastName; }
  get emailAddress() { return this.#signUp.emailAddress; }
  get phoneNumber() { return this.#signUp.phoneNumber; }
  get web3Wallet() { return this.#signUp.web3wallet; }
  get hasPassword() { return this.#signUp.hasPassword; }
  get unsafeMetadata() { return this.#signUp.unsafeMetadata; }
  get createdSessionId() { return this.#signUp.createdSessionId; }
  get createdUserId() { return this.#signUp.createdUserId; }
  get abandonAt() { return this.#signUp.abandonAt; }
  get legalAcceptedAt() { return this.#signUp.legalAcceptedAt; }
  get locale() { return this.#signUp.locale; }
  get isTransferable() {
    const { status, error } = this.#signUp.verifications.externalAccount;
    return status === 'transferable' && error?.code === 'external_account_exists';
  }
  get existingSession() { return existingSession(this.#signUp.verifications.externalAccount.error); }

  create = (params: SignUpFutureCreateParams): Promise<FutureResult> =>
    this.#settle(() => this.#signUp.create({ ...(params.ticket ? { strategy: 'ticket' } : {}), ...params }));

  update = (params: SignUpFutureUpdateParams): Promise<FutureResult> => this.#settle(() => this.#signUp.update(params));

  password = (params: SignUpFuturePasswordParams): Promise<FutureResult> => this.#settle(() => this.#signUp.upsert(params));

  verifications = {
    sendEmailCode: () => this.#settle(() => this.#signUp.prepareEmailAddressVerification({ strategy: 'email_code' })),
    verifyEmailCode: (params: { code: string }) => this.#settle(() => this.#signUp.attemptEmailAddressVerification(params)),
    sendPhoneCode: (params?: SignUpFuturePhoneCodeSendParams) =>
      this.#settle(async () => {
        if (params?.phoneNumber) await this.#signUp.upsert({ phoneNumber: params.phoneNumber });
        await this.#signUp.preparePhoneNumberVerification({ strategy: 'phone_code', channel: params?.channel });
      }),
    verifyPhoneCode: (params: { code: string }) => this.#settle(() => this.#signUp.attemptPhoneNumberVerification(params)),
  };

  sso = ({ redirectUrl, redirectCallbackUrl, popup, strategy, ...rest }: SignUpFutureSSOParams): Promise<FutureResult> =>
    this.#settle(() => {
      const params = {
        ...rest,
        strategy: strategy as AuthenticateWithRedirectParams['strategy'],
        redirectUrl: redirectCallbackUrl,
        redirectUrlComplete: redirectUrl,
      };
      return popup ? this.#signUp.authenticateWithPopup({ ...params, popup }) : this.#signUp.authenticateWithRedirect(params);
    });

  /** With the ticket given, or the one this page was called with. */
  ticket = (params?: SignUpFutureTicketParams): Promise<FutureResult> =>
    this.#settle(() => this.#signUp.upsert({ ...params, strategy: 'ticket', ticket: params?.ticket ?? ticketOfPage() }));

  web3 = ({ strategy, ...params }: SignUpFutureWeb3Params): Promise<FutureResult> =>
    this.#settle(() => flows.authenticateWithWallet(this.#signUp, web3Provider(strategy), params));

  /** Makes the session that this sign-up created the active one. */
  finalize = (params?: SignUpFutureFinalizeParams): Promise<FutureResult> =>
    this.#settle(async () => {
      await this.#host.setActive({ session: requireSession(this.createdSessionId), navigate: params?.navigate });
      this.#host.resetAttempt('signUp');
    });

  reset = async (): Promise<FutureResult> => {
    this.#host.resetAttempt('signUp');
    return { error: null };
  };
}
