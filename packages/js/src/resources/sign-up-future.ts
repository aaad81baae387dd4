import { web3Provider } from '../core/wallets.ts';
import type { FutureResult, SignUpFutureResource } from '../types/futures.ts';
import type { AuthenticateWithRedirectParams } from '../types/sign-in.ts';
import type { PhoneCodeChannel } from '../types/strategies.ts';
import { createSettle, existingSession, type Settle } from './future.ts';
import type { ResourceHost } from './host.ts';
import type { SignUp } from './sign-up.ts';
import * as flows from './sign-up-flows.ts';

type Params<Name extends 'create' | 'update' | 'password' | 'sso' | 'ticket' | 'web3'> = NonNullable<Parameters<SignUpFutureResource[Name]>[0]>;

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

  create = (params: Params<'create'>): Promise<FutureResult> => this.#settle(() => this.#signUp.create(params));

  update = (params: Params<'update'>): Promise<FutureResult> => this.#settle(() => this.#signUp.update(params));

  password = (params: Params<'password'>): Promise<FutureResult> => this.#settle(() => this.#signUp.upsert(params));

  verifications = {
    sendEmailCode: () => this.#settle(() => this.#signUp.prepareEmailAddressVerification({ strategy: 'email_code' })),
    verifyEmailCode: (params: { code: string }) => this.#settle(() => this.#signUp.attemptEmailAddressVerification(params)),
    sendPhoneCode: (params?: { phoneNumber?: string; channel?: PhoneCodeChannel }) =>
      this.#settle(async () => {
        if (params?.phoneNumber) await this.#signUp.upsert({ phoneNumber: params.phoneNumber });
        await this.#signUp.preparePhoneNumberVerification({ strategy: 'phone_code', channel: params?.channel });
      }),
    verifyPhoneCode: (params: { code: string }) => this.#settle(() => this.#signUp.attemptPhoneNumberVerification(params)),
  };

  /** `redirectUrl`: where to end up; `redirectCallbackUrl`: where to come back to when more is to be done. */
  sso = ({ strategy, redirectUrl, redirectCallbackUrl, popup, oidcPrompt, unsafeMetadata, legalAccepted }: Params<'sso'>): Promise<FutureResult> =>
    this.#settle(() => {
      const params = {
        strategy: strategy as AuthenticateWithRedirectParams['strategy'],
        redirectUrl: redirectCallbackUrl,
        redirectUrlComplete: redirectUrl,
        oidcPrompt,
        unsafeMetadata,
        legalAccepted,
      };
      return popup ? this.#signUp.authenticateWithPopup({ ...params, popup }) : this.#signUp.authenticateWithRedirect(params);
    });

  ticket = (params?: Params<'ticket'>): Promise<FutureResult> =>
    this.#settle(() => {
      const ticket = params?.ticket ?? new URL(window.location.href).searchParams.get('__clerk_ticket') ?? '';
      return this.#signUp.upsert({ ...params, strategy: 'ticket', ticket });
    });

  web3 = ({ strategy, ...params }: Params<'web3'>): Promise<FutureResult> =>
    this.#settle(() => flows.authenticateWithWallet(this.#signUp, web3Provider(strategy), params));

  /** Makes the session that this sign-up created the active one. */
  finalize = (params?: Parameters<SignUpFutureResource['finalize']>[0]): Promise<FutureResult> =>
    this.#settle(() => this.#host.setActive({ session: this.createdSessionId, navigate: params?.navigate }));
}
