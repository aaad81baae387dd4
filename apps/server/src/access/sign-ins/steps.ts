import { apiError } from '@foyer/protocol/errors';
import type { SignInStatus } from '@foyer/protocol/statuses';
import type { Settings } from '../../instances/settings/schema.ts';
import { now, type Context } from '../../platform/context.ts';
import { assertMaySignIn, isLocked } from '../../people/users/service.ts';
import { trustFactorsOf } from '../client-trust/trust.ts';
import { firstFactorsOf, identityOf, secondFactorsOf, type Factor, type Identity, type Strategy } from '../strategies/index.ts';
import { statusOf, type SignInAttempt } from './attempt.ts';
import { decoyIdentity } from './decoy.ts';

/** One of the two factors of a sign-in: when it is due, what counts for it and where it is written down. */
export interface Step {
  dueIn: SignInStatus;
  factorsOf(identity: Identity, settings: Settings): Factor[];
  verification: 'first' | 'second';
  verificationColumn: 'first_factor_verification_id' | 'second_factor_verification_id';
  verifiedColumn: 'first_factor_verified_at' | 'second_factor_verified_at' | 'client_trust_verified_at';
}

export const FIRST_FACTOR: Step = {
  dueIn: 'needs_first_factor',
  factorsOf: firstFactorsOf,
  verification: 'first',
  verificationColumn: 'first_factor_verification_id',
  verifiedColumn: 'first_factor_verified_at',
};

export const SECOND_FACTOR: Step = {
  dueIn: 'needs_second_factor',
  factorsOf: secondFactorsOf,
  verification: 'second',
  verificationColumn: 'second_factor_verification_id',
  verifiedColumn: 'second_factor_verified_at',
};

/** What stands in for the second factor on a new device. It is none: nobody can be asked for it again later. */
const CLIENT_TRUST: Step = {
  dueIn: 'needs_client_trust',
  factorsOf: trustFactorsOf,
  verification: 'second',
  verificationColumn: 'second_factor_verification_id',
  verifiedColumn: 'client_trust_verified_at',
};

/** The step that a request for one of the two factors means. */
export function dueStep(ctx: Context, attempt: SignInAttempt, step: Step): Step {
  return step === SECOND_FACTOR && statusOf(ctx, attempt) === 'needs_client_trust' ? CLIENT_TRUST : step;
}

/** Whether what a sign-in shows is that of its identifier, not that of an account. */
export function hidesAccount(ctx: Context, { row }: SignInAttempt): boolean {
  return ctx.instance.settings.attack_protection.enumeration_protection && row.identifier !== null && row.first_factor_verified_at === null;
}

/** The factors that are offered at a step; `null` while it is not known who is asked. */
export function shownFactors(ctx: Context, attempt: SignInAttempt, step: Step): Factor[] | null {
  const { settings } = ctx.instance;
  const { row, person } = attempt;
  if (row.identifier !== null && hidesAccount(ctx, attempt)) return step.factorsOf(decoyIdentity(ctx, row.identifier), settings);
  return person && step.factorsOf(identityOf(person), settings);
}

/**
 * The factors that really are the account's, whatever is shown. Who is locked has none while their
 * account is hidden: an answer of its own to a right guess would be as good as no lock.
 */
export function ownFactors(ctx: Context, attempt: SignInAttempt, step: Step): Factor[] {
  const { person } = attempt;
  if (!person || (hidesAccount(ctx, attempt) && isLocked(person.user, now(ctx)))) return [];
  return step.factorsOf(identityOf(person), ctx.instance.settings);
}

/**
 * Refuses at once who may not sign in, unless that would tell strangers that there is such an account:
 * then who is banned hears it with their own proof, and who is locked by email.
 *
 * @throws ApiError `user_banned`, `user_locked`
 */
export function refuseEarly(ctx: Context, attempt: SignInAttempt): void {
  if (attempt.person && !hidesAccount(ctx, attempt)) assertMaySignIn(ctx, attempt.person.user);
}

/** Whether it is left to the proof to say who this is. */
export function proofIdentifies({ identifies }: Strategy, { row }: SignInAttempt): boolean {
  return identifies === 'always' || (identifies === 'without identifier' && row.identifier === null && row.user_id === null);
}

/**
 * Refuses a step that is not the next one.
 *
 * @throws ApiError `verification_already_verified` when it has been taken, else `client_state_invalid`
 */
export function requireDue(ctx: Context, attempt: SignInAttempt, step: Step, strategy?: Strategy): void {
  // A proof that says itself who someone is must not meet a sign-in that is somebody's already.
  if (statusOf(ctx, attempt) === (strategy && proofIdentifies(strategy, attempt) ? 'needs_identifier' : step.dueIn)) return;
  throw apiError(attempt.row[step.verifiedColumn] === null ? 'client_state_invalid' : 'verification_already_verified');
}
