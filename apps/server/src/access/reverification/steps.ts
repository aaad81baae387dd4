import { apiError } from '@foyer/protocol/errors';
import type { SessionVerificationStatus } from '@foyer/protocol/statuses';
import type { Context } from '../../platform/context.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import { firstFactorsOf, identityOf, requireStrategy, secondFactorsOf, type Factor, type Strategy, type Subject } from '../strategies/index.ts';
import { statusOf, type Reverification } from './attempt.ts';

/** One of the two factors of a reverification: when it is due, what counts for it and where it is written down. */
export interface Step {
  dueIn: SessionVerificationStatus;
  factorsOf: typeof firstFactorsOf;
  /** Of all factors of a sign-in, those that can be proved within a session (OpenAPI `attemptSessionReverification…`). */
  strategies: readonly string[];
  verification: 'first' | 'second';
  verificationColumn: 'first_factor_verification_id' | 'second_factor_verification_id';
  verifiedColumn: 'first_factor_verified_at' | 'second_factor_verified_at';
}

export const FIRST_FACTOR: Step = {
  dueIn: 'needs_first_factor',
  factorsOf: firstFactorsOf,
  strategies: ['password', 'email_code', 'phone_code', 'passkey'],
  verification: 'first',
  verificationColumn: 'first_factor_verification_id',
  verifiedColumn: 'first_factor_verified_at',
};

export const SECOND_FACTOR: Step = {
  dueIn: 'needs_second_factor',
  factorsOf: secondFactorsOf,
  strategies: ['phone_code', 'totp', 'backup_code'],
  verification: 'second',
  verificationColumn: 'second_factor_verification_id',
  verifiedColumn: 'second_factor_verified_at',
};

/** The ways in which someone can prove a factor again. */
export function factorsOf({ instance }: Context, person: UserAggregate, { factorsOf, strategies }: Step): Factor[] {
  return factorsOf(identityOf(person), instance.settings).filter(({ strategy }) => strategies.includes(strategy));
}

/**
 * Refuses a step that is not the next one.
 *
 * @throws ApiError `verification_already_verified` when it has been taken, else `invalid_action_for_session_reverification`
 */
export function requireDue(reverification: Pick<Reverification, 'row'>, step: Step): void {
  if (statusOf(reverification) === step.dueIn) return;
  throw apiError(reverification.row[step.verifiedColumn] === null ? 'invalid_action_for_session_reverification' : 'verification_already_verified');
}

/** The strategy a caller names; without a name, that of what was prepared, or of the factor offered first. */
export function strategyFor(ctx: Context, reverification: Reverification, step: Step, name: string | null | undefined): Strategy {
  const implied = name || reverification[step.verification]?.strategy || factorsOf(ctx, reverification.person, step)[0]?.strategy;
  if (!implied) throw apiError('form_param_missing', { param: 'strategy' });
  return requireStrategy(implied);
}

/** The person's factors of one strategy; there is one at least. */
export function factorsBy(ctx: Context, { person }: Reverification, step: Step, strategy: Strategy): [Factor, ...Factor[]] {
  const [first, ...others] = factorsOf(ctx, person, step).filter((factor) => factor.strategy === strategy.name);
  if (!first) throw apiError(step === FIRST_FACTOR ? 'strategy_for_user_invalid' : 'no_second_factors', { param: 'strategy' });
  return [first, ...others];
}

/** What a proof is about. */
export function subjectOf({ person, session, ...verifications }: Reverification, step: Step, { contact }: Factor): Subject {
  return { person, contact: contact ?? null, verification: verifications[step.verification], clientId: session.client_id, decoy: false };
}
