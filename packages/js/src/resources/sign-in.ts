import type { SignInResource as SignInJSON } from '@foyer/protocol/schemas/resources/sign-in';
import { camelCaseKeys } from '../core/case.ts';
import { browserLocale } from '../core/locale.ts';
import { serializeCredential } from '../core/webauthn.ts';
import type { SignInFirstFactor, SignInSecondFactor } from '../types/factors.ts';
import type { SignInFutureResource } from '../types/sign-in-future.ts';
import type { ValidatePasswordCallbacks } from '../types/passwords.ts';
import type {
  AttemptFirstFactorParams, AttemptSecondFactorParams, AuthenticateWithPopupParams, AuthenticateWithRedirectParams,
  AuthenticateWithWeb3Params, ClientTrustState, PrepareFirstFactorParams, PrepareSecondFactorParams, ResetPasswordParams,
  SignInCreateParams, SignInIdentifier, SignInResource, SignInStatus, UserData,
} from '../types/sign-in.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import * as flows from './sign-in-flows.ts';
import { SignInFuture } from './sign-in-future.ts';
import { Verification } from './verification.ts';

/** An attempt to sign in. Docs: reference/javascript/sign-in. */
export class SignIn extends Resource<SignInJSON> implements SignInResource {
  pathRoot = '/client/sign_ins';
  override id = undefined as string | undefined;
  status: SignInStatus | null = null;
  supportedIdentifiers: SignInIdentifier[] = [];
  supportedFirstFactors: SignInFirstFactor[] | null = [];
  supportedSecondFactors: SignInSecondFactor[] | null = null;
  clientTrustState?: ClientTrustState;
  firstFactorVerification = new Verification(this.host, null);
  secondFactorVerification = new Verification(this.host, null);
  identifier: string | null = null;
  createdSessionId: string | null = null;
  userData: UserData = {};
  /** The newer form of this object, whose methods answer errors instead of throwing them. */
  readonly __internal_future: SignInFutureResource = new SignInFuture(this, this.host);

  constructor(host: ResourceHost, json: SignInJSON | null) {
    super(host);
    Object.defineProperty(this, '__internal_future', { enumerable: false });
    this.fromJSON(json);
  }

  fromJSON(json: SignInJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.status = json.status as SignInStatus;
    this.supportedIdentifiers = json.supported_identifiers as SignInIdentifier[];
    this.supportedFirstFactors = camelCaseKeys(json.supported_first_factors) as SignInFirstFactor[] | null;
    this.supportedSecondFactors = camelCaseKeys(json.supported_second_factors) as SignInSecondFactor[] | null;
    this.clientTrustState = json.client_trust_state ?? undefined;
    this.firstFactorVerification = new Verification(this.host, json.first_factor_verification);
    this.secondFactorVerification = new Verification(this.host, json.second_factor_verification);
    this.identifier = json.identifier;
    this.createdSessionId = json.created_session_id;
    this.userData = (camelCaseKeys(json.user_data) as UserData | null) ?? {};
    return this;
  }

  /** Begins a new attempt, and takes as many steps as the parameters allow. */
  create(params: SignInCreateParams): Promise<this> {
    return this.post({ locale: browserLocale(), ...params });
  }

  /** Has a code or link sent, or a challenge made. */
  prepareFirstFactor(params: PrepareFirstFactorParams): Promise<this> {
    return this.act('prepare_first_factor', { ...params });
  }

  attemptFirstFactor(params: AttemptFirstFactorParams): Promise<this> {
    const isPasskey = params.strategy === 'passkey';
    const body = isPasskey ? { ...params, publicKeyCredential: serializeCredential(params.publicKeyCredential) } : { ...params };
    return this.act('attempt_first_factor', body);
  }

  prepareSecondFactor(params: PrepareSecondFactorParams): Promise<this> {
    return this.act('prepare_second_factor', { ...params });
  }

  attemptSecondFactor(params: AttemptSecondFactorParams): Promise<this> {
    return this.act('attempt_second_factor', { ...params });
  }

  resetPassword(params: ResetPasswordParams): Promise<this> {
    return this.act('reset_password', { ...params });
  }

  /** Sends an email link, then waits until it has been followed, here or in another browser. */
  createEmailLinkFlow(): ReturnType<SignInResource['createEmailLinkFlow']> {
    return flows.createEmailLinkFlow(this);
  }

  /** Leaves for a social or enterprise provider. */
  authenticateWithRedirect(params: AuthenticateWithRedirectParams): Promise<void> {
    return flows.authenticateWithRedirect(this, this.host, params);
  }

  /** Opens a social or enterprise provider in a window of its own. */
  authenticateWithPopup(params: AuthenticateWithPopupParams): Promise<void> {
    return flows.authenticateWithPopup(this, this.host, params);
  }

  authenticateWithPasskey(params?: { flow?: 'autofill' | 'discoverable' }): Promise<SignIn> {
    return flows.authenticateWithPasskey(this, params?.flow);
  }

  authenticateWithWeb3(params: AuthenticateWithWeb3Params): Promise<SignIn> {
    return flows.authenticateWithWeb3(this, params);
  }

  authenticateWithMetamask(): Promise<SignIn> {
    return flows.authenticateWithWallet(this, 'metamask');
  }

  authenticateWithCoinbaseWallet(): Promise<SignIn> {
    return flows.authenticateWithWallet(this, 'coinbase_wallet');
  }

  authenticateWithOKXWallet(): Promise<SignIn> {
    return flows.authenticateWithWallet(this, 'okx_wallet');
  }

  authenticateWithBase(): Promise<SignIn> {
    return flows.authenticateWithWallet(this, 'base');
  }

  /** Judges a new password by the rules of the instance. */
  validatePassword(password: string, callbacks?: ValidatePasswordCallbacks): void {
    this.host.validatePassword(password, callbacks);
  }
}
