import { apiError, type ApiError } from '@foyer/protocol/errors';
import type { Settings } from '../../instances/settings/schema.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';

/** An address, number or wallet that a proof can be about. */
export interface Contact {
  kind: 'email_address' | 'phone_number' | 'web3_wallet';
  /** `null` where it has no row yet: in a sign-up. */
  id: string | null;
  /** Normalised, as in `people/identifiers.ts`. */
  value: string;
  primary: boolean;
  /** Kept for the second factor, and so no first one. */
  forSecondFactor: boolean;
  /** The second factor that is used unless another is chosen. */
  defaultSecondFactor: boolean;
}

/** What someone has to prove themselves with. */
export interface Identity {
  hasPassword: boolean;
  /** An authenticator app is set up. */
  hasTotp: boolean;
  /** There are backup codes left. */
  hasBackupCodes: boolean;
  hasPasskey: boolean;
  /** Addresses and numbers that are theirs for sure, primary ones first. */
  contacts: readonly Contact[];
  /**
   * Those of them that open a sign-in. What is merely held may have been mistyped: it opens nothing
   * while the account has something that its owner has proved.
   */
  opening: readonly Contact[];
}

/** One way in which a certain person can prove who they are. */
export interface Factor {
  strategy: string;
  /** Where the message goes; absent where nothing is sent. */
  contact?: Contact;
}

/** What a proof is about, as the attempt knows it. */
export interface Subject {
  /** The account; `null` in a sign-up and for a decoy. */
  person: UserAggregate | null;
  contact: Contact | null;
  /** The verification that was prepared last in this place. */
  verification: VerificationRow | null;
  clientId: string;
  /**
   * Nobody has this identifier, and nobody must learn that: everything looks and takes as long as
   * for an account, but nothing is sent and no proof is accepted.
   */
  decoy: boolean;
}

/** What a caller may say when it asks for a preparation. */
export interface Preparation {
  channel?: string | null;
  /** Where the browser that opens a link goes on to. */
  redirect_url?: string | null;
}

/** What a caller may present as proof; each strategy reads its own part. */
export interface Proof {
  code?: string | null;
  password?: string | null;
  ticket?: string | null;
  /** What the link in a message carries. */
  token?: string | null;
  /** A device's answer to a challenge, as JSON text. */
  public_key_credential?: string | null;
  signature?: string | null;
}

/** @throws ApiError where there is no code */
export function requireCode({ code }: Proof): string {
  if (code === undefined) throw apiError('form_param_missing', { param: 'code' });
  if (code === null || code === '') throw apiError('form_param_nil', { param: 'code' });
  return code;
}

export interface Passed {
  verification: VerificationRow;
  /** Whom the proof itself names, where it says who someone is (a ticket). */
  userId?: string;
  /** Who will be acting as that user. */
  actor?: Json | null;
  /** How long the session may last that it leads to, in seconds, when that is less than usual. */
  sessionMaxDuration?: number | null;
  /** The proof is worth both factors. */
  provesBothFactors?: boolean;
}

export interface Refused {
  refusal: ApiError;
  /** Whether it counts towards the account's lock. */
  counts: boolean;
}

export type Outcome = Passed | Refused;

/** The part of a check that writes: runs in the transaction that carries the attempt on. */
export type Finish = (ctx: Context) => Promise<Outcome>;

/**
 * A strategy: one way to prove who someone is or that something is theirs. Sign-in, sign-up and
 * profile verification all work through this; `index.ts` lists the strategies there are.
 */
export interface Strategy {
  readonly name: string;
  /** The kind of contact that a sign-up or a profile can have verified by it. */
  readonly verifies?: Contact['kind'];
  /** The proof itself says who someone is: an identifier is never needed, or may be left out. */
  readonly identifies?: 'always' | 'without identifier';
  /** A sign-in that was opened by it ends with a new password. */
  readonly resetsPassword?: boolean;
  /** How this person could open a sign-in with it; a strategy without this opens none by itself. */
  firstFactors?(identity: Identity, settings: Settings): Factor[];
  /** How this person could follow up a first factor with it. */
  secondFactors?(identity: Identity, settings: Settings): Factor[];
  /** Sends a code or makes a challenge. Runs in a transaction. */
  prepare?(ctx: RequestContext, subject: Subject, wanted: Preparation): Promise<VerificationRow>;
  /**
   * Checks a proof. What takes long (hashing a password, asking a provider) happens at once, outside
   * any transaction; what must be written is returned. A wrong proof is a value, not an exception,
   * so that its being counted is committed.
   */
  attempt(ctx: RequestContext, subject: Subject, proof: Proof): Promise<Finish>;
}
