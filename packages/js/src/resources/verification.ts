import type { ErrorObject } from '@foyer/protocol/errors';
import { parseApiError } from '../core/errors.ts';
import type { ClerkAPIError } from '../types/common.ts';
import type { PhoneCodeChannel } from '../types/strategies.ts';
import type {
  SignUpVerificationNextAction, SignUpVerificationResource, SignUpVerificationsResource, VerificationResource, VerificationStatus,
} from '../types/verification.ts';
import { Resource, toDate } from './base.ts';
import type { ResourceHost } from './host.ts';

/** The fields of every kind of verification; which are present depends on the strategy. */
export interface VerificationJSON {
  status?: VerificationStatus | null;
  strategy?: string | null;
  attempts?: number | null;
  expire_at?: number | null;
  nonce?: string | null;
  message?: string | null;
  external_verification_redirect_url?: string | null;
  error?: ErrorObject | null;
  verified_at_client?: string | null;
  channel?: PhoneCodeChannel;
}

/** One proof, of an identification or inside an attempt. Docs: reference/javascript/types/verification. */
export class Verification<Json extends VerificationJSON = VerificationJSON> extends Resource<Json> implements VerificationResource {
  pathRoot = '';
  status: VerificationStatus | null = null;
  strategy: string | null = null;
  attempts: number | null = null;
  expireAt: Date | null = null;
  nonce: string | null = null;
  message: string | null = null;
  externalVerificationRedirectURL: URL | null = null;
  error: ClerkAPIError | null = null;
  verifiedAtClient: string | null = null;
  channel?: PhoneCodeChannel;

  constructor(host: ResourceHost, json: Json | null | undefined) {
    super(host);
    this.fromJSON(json ?? null);
  }

  fromJSON(json: Json | null): this {
    if (!json) return this;
    this.status = json.status ?? null;
    this.strategy = json.strategy ?? null;
    this.attempts = json.attempts ?? null;
    this.expireAt = toDate(json.expire_at);
    this.nonce = json.nonce ?? null;
    this.message = json.message ?? null;
    const redirectUrl = json.external_verification_redirect_url;
    this.externalVerificationRedirectURL = redirectUrl ? new URL(redirectUrl) : null;
    this.error = json.error ? parseApiError(json.error) : null;
    this.verifiedAtClient = json.verified_at_client ?? null;
    this.channel = json.channel;
    return this;
  }

  /** Whether the proof was given in this browser: an email link can be opened in another one. */
  verifiedFromTheSameClient(): boolean {
    return this.verifiedAtClient === this.host.clientId();
  }
}

export interface SignUpVerificationJSON extends VerificationJSON {
  next_action?: string;
  supported_strategies?: string[];
}

/** A verification of a sign-up, which also says what to do next. */
export class SignUpVerification extends Verification<SignUpVerificationJSON> implements SignUpVerificationResource {
  nextAction: SignUpVerificationNextAction;
  supportedStrategies: string[];

  constructor(host: ResourceHost, json: SignUpVerificationJSON | null | undefined) {
    super(host, json);
    this.nextAction = (json?.next_action ?? '') as SignUpVerificationNextAction;
    this.supportedStrategies = json?.supported_strategies ?? [];
  }
}

export interface SignUpVerificationsJSON {
  email_address?: SignUpVerificationJSON | null;
  phone_number?: SignUpVerificationJSON | null;
  web3_wallet?: SignUpVerificationJSON | null;
  external_account?: VerificationJSON | null;
}

/** The verifications of a sign-up by what they prove. */
export class SignUpVerifications implements SignUpVerificationsResource {
  readonly emailAddress: SignUpVerification;
  readonly phoneNumber: SignUpVerification;
  readonly web3Wallet: SignUpVerification;
  readonly externalAccount: Verification;

  constructor(host: ResourceHost, json: SignUpVerificationsJSON | null | undefined) {
    this.emailAddress = new SignUpVerification(host, json?.email_address);
    this.phoneNumber = new SignUpVerification(host, json?.phone_number);
    this.web3Wallet = new SignUpVerification(host, json?.web3_wallet);
    this.externalAccount = new Verification(host, json?.external_account);
  }
}
