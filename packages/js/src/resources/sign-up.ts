import type { SignUpResource as SignUpJSON } from '@foyer/protocol/schemas/resources/sign-up';
import { browserLocale } from '../core/locale.ts';
import type { SignUpFutureResource } from '../types/sign-up-future.ts';
import type {
  AttemptEmailAddressVerificationParams, AttemptPhoneNumberVerificationParams, AttemptWeb3WalletVerificationParams,
  PrepareEmailAddressVerificationParams, PrepareWeb3WalletVerificationParams,
} from '../types/identifications.ts';
import type { ValidatePasswordCallbacks } from '../types/passwords.ts';
import type { AuthenticateWithPopupParams, AuthenticateWithRedirectParams, AuthenticateWithWeb3Params } from '../types/sign-in.ts';
import type {
  AttemptVerificationParams, PreparePhoneNumberVerificationParams, PrepareVerificationParams, SignUpAuthenticateWithWeb3Params,
  SignUpCreateParams, SignUpField, SignUpIdentificationField, SignUpResource, SignUpStatus, SignUpUpdateParams,
} from '../types/sign-up.ts';
import type { Web3Provider } from '../types/strategies.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import * as flows from './sign-up-flows.ts';
import { SignUpFuture } from './sign-up-future.ts';
import { SignUpVerifications } from './verification.ts';

type WithMetadata = Pick<SignUpCreateParams, 'unsafeMetadata' | 'firstName' | 'lastName' | 'locale'>;

/** An attempt to sign up. Docs: reference/javascript/sign-up. */
export class SignUp extends Resource<SignUpJSON> implements SignUpResource {
  pathRoot = '/client/sign_ups';
  override id = undefined as string | undefined;
  status: SignUpStatus | null = null;
  requiredFields: SignUpField[] = [];
  optionalFields: SignUpField[] = [];
  missingFields: SignUpField[] = [];
  unverifiedFields: SignUpIdentificationField[] = [];
  verifications = new SignUpVerifications(this.host, null);
  username: string | null = null;
  firstName: string | null = null;
  lastName: string | null = null;
  emailAddress: string | null = null;
  phoneNumber: string | null = null;
  web3wallet: string | null = null;
  hasPassword = false;
  unsafeMetadata: SignUpUnsafeMetadata = {};
  createdSessionId: string | null = null;
  createdUserId: string | null = null;
  abandonAt: number | null = null;
  legalAcceptedAt: number | null = null;
  locale: string | null = null;
  /** The newer form of this object, whose methods answer errors instead of throwing them. */
  readonly __internal_future: SignUpFutureResource = new SignUpFuture(this, this.host);

  constructor(host: ResourceHost, json: SignUpJSON | null) {
    super(host);
    Object.defineProperty(this, '__internal_future', { enumerable: false });
    this.fromJSON(json);
  }

  fromJSON(json: SignUpJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.status = json.status as SignUpStatus;
    this.requiredFields = json.required_fields as SignUpField[];
    this.optionalFields = json.optional_fields as SignUpField[];
    this.missingFields = json.missing_fields as SignUpField[];
    this.unverifiedFields = json.unverified_fields as SignUpIdentificationField[];
    this.verifications = new SignUpVerifications(this.host, json.verifications);
    this.username = json.username;
    this.firstName = json.first_name;
    this.lastName = json.last_name;
    this.emailAddress = json.email_address;
    this.phoneNumber = json.phone_number;
    this.web3wallet = json.web3_wallet;
    this.hasPassword = json.password_enabled;
    this.unsafeMetadata = json.unsafe_metadata;
    this.createdSessionId = json.created_session_id;
    this.createdUserId = json.created_user_id;
    this.abandonAt = json.abandon_at;
    this.legalAcceptedAt = json.legal_accepted_at;
    return this;
  }

  /** Begins a new attempt, proving that a person is at the browser where the instance wants that. */
  async create(params: SignUpCreateParams): Promise<this> {
    return this.post({ locale: browserLocale(), ...params, ...(await this.host.captchaParams(params)) });
  }

  /** Adds to the attempt. */
  update(params: SignUpUpdateParams): Promise<this> {
    return this.patch({ ...params });
  }

  /** Adds to the attempt, or begins one. */
  upsert(params: SignUpCreateParams | SignUpUpdateParams): Promise<this> {
    return this.id ? this.update(params) : this.create(params);
  }

  prepareVerification(params: PrepareVerificationParams): Promise<this> {
    return this.act('prepare_verification', { ...params });
  }

  attemptVerification(params: AttemptVerificationParams): Promise<this> {
    return this.act('attempt_verification', { ...params });
  }

  prepareEmailAddressVerification(params?: PrepareEmailAddressVerificationParams): Promise<this> {
    return this.prepareVerification((params ?? { strategy: 'email_code' }) as PrepareVerificationParams);
  }

  attemptEmailAddressVerification({ code }: AttemptEmailAddressVerificationParams): Promise<this> {
    return this.attemptVerification({ strategy: 'email_code', code });
  }

  preparePhoneNumberVerification(params?: PreparePhoneNumberVerificationParams): Promise<this> {
    return this.prepareVerification(params ?? { strategy: 'phone_code' });
  }

  attemptPhoneNumberVerification({ code }: AttemptPhoneNumberVerificationParams): Promise<this> {
    return this.attemptVerification({ strategy: 'phone_code', code });
  }

  prepareWeb3WalletVerification(params?: PrepareWeb3WalletVerificationParams): Promise<this> {
    return this.prepareVerification(params ?? { strategy: 'web3_metamask_signature' });
  }

  attemptWeb3WalletVerification({ signature, strategy }: AttemptWeb3WalletVerificationParams): Promise<this> {
    return this.attemptVerification({ strategy: strategy ?? 'web3_metamask_signature', signature });
  }

  /** Sends an email link, then waits until it has been followed, here or in another browser. */
  createEmailLinkFlow(): ReturnType<SignUpResource['createEmailLinkFlow']> {
    return flows.createEmailLinkFlow(this);
  }

  /** Leaves for a social or enterprise provider. */
  authenticateWithRedirect(params: AuthenticateWithRedirectParams & WithMetadata): Promise<void> {
    return flows.authenticateWithRedirect(this, this.host, params);
  }

  /** Opens a social or enterprise provider in a window of its own. */
  authenticateWithPopup(params: AuthenticateWithPopupParams & WithMetadata): Promise<void> {
    return flows.authenticateWithPopup(this, this.host, params);
  }

  authenticateWithWeb3(params: AuthenticateWithWeb3Params & SignUpAuthenticateWithWeb3Params): Promise<SignUp> {
    return flows.authenticateWithWeb3(this, params);
  }

  authenticateWithMetamask(params?: SignUpAuthenticateWithWeb3Params): Promise<SignUp> {
    return this.withWallet('metamask', params);
  }

  authenticateWithCoinbaseWallet(params?: SignUpAuthenticateWithWeb3Params): Promise<SignUp> {
    return this.withWallet('coinbase_wallet', params);
  }

  authenticateWithOKXWallet(params?: SignUpAuthenticateWithWeb3Params): Promise<SignUp> {
    return this.withWallet('okx_wallet', params);
  }

  authenticateWithBase(params?: SignUpAuthenticateWithWeb3Params): Promise<SignUp> {
    return this.withWallet('base', params);
  }

  /** Judges a password by the rules of the instance. */
  validatePassword(password: string, callbacks?: ValidatePasswordCallbacks): void {
    this.host.validatePassword(password, callbacks);
  }

  private withWallet(provider: Web3Provider, params?: SignUpAuthenticateWithWeb3Params): Promise<SignUp> {
    return flows.authenticateWithWallet(this, provider, params);
  }
}
