import { apiError } from '@foyer/protocol/errors';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { identifierKind } from '../../people/identifiers.ts';
import { checkPasswordRules, hashPassword, type PasswordHash } from '../../people/passwords/service.ts';
import { assertMaySignIn, recordFailedAttempt } from '../../people/users/service.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { requireStrategy, type Factor, type Preparation, type Proof, type Strategy, type Subject } from '../strategies/index.ts';
import { factsOf, loadAttempt, type SignInAttempt } from './attempt.ts';
import { currentSignIn, lockCurrentSignIn } from './current.ts';
import { setNewPassword } from './new-password.ts';
import { proveContact } from './prove-contact.ts';
import { settle } from './settle.ts';
import { signInStatus } from './status.ts';
import { FIRST_FACTOR, ownFactors, shownFactors, type Step } from './steps.ts';
import * as store from './store.ts';
import type { SignInRow } from './tables.ts';

/** Which factor is meant, and how it is to be prepared. */
export interface PrepareParams extends Preparation {
  strategy?: string | null;
  email_address_id?: string | null;
  phone_number_id?: string | null;
}

/** Sends the code, or makes the challenge, of one factor of the client's current sign-in. */
export function prepareFactor(ctx: RequestContext, step: Step, id: string, params: PrepareParams): Promise<SignInRow> {
  return transaction(ctx, async (ctx) => {
    const row = await lockCurrentSignIn(ctx, id);
    return prepareStep(ctx, step, row, await strategyFor(ctx, step, row, params.strategy), params);
  });
}

/** {@link prepareFactor} on a sign-in that is at hand, inside a transaction. */
export async function prepareStep(ctx: RequestContext, step: Step, row: SignInRow, strategy: Strategy, params: PrepareParams): Promise<SignInRow> {
  const attempt = await loadAttempt(ctx, row);
  requireDue(ctx, attempt, step);
  if (attempt.person) assertMaySignIn(ctx, attempt.person.user);
  const factor = chooseFactor(ctx, attempt, step, strategy, params);
  if (!strategy.prepare) throw apiError('verification_strategy_invalid', { param: 'strategy' });
  const verification = await strategy.prepare(ctx, subjectOf(ctx, attempt, step, factor), params);
  return store.update(ctx.db, ctx.instance.id, row.id, { [step.verificationColumn]: verification.id, abandon_at: abandonAt(ctx), updated_at: now(ctx) });
}

/** Checks the proof for one factor of the client's current sign-in, and ends the sign-in when nothing else is missing. */
export async function attemptFactor(ctx: RequestContext, step: Step, id: string, params: Proof & { strategy?: string | null }): Promise<SignInRow> {
  const row = await currentSignIn(ctx, id);
  return attemptStep(ctx, step, row, await strategyFor(ctx, step, row, params.strategy), params);
}

/** {@link attemptFactor} on a sign-in that is at hand. Must not be called inside a transaction: see {@link Strategy.attempt}. */
export async function attemptStep(ctx: RequestContext, step: Step, row: SignInRow, strategy: Strategy, proof: Proof): Promise<SignInRow> {
  const attempt = await loadAttempt(ctx, row);
  requireDue(ctx, attempt, step, strategy);
  if (attempt.person) assertMaySignIn(ctx, attempt.person.user);
  const subject = strategy.identifies ? identifyingSubject(attempt) : subjectOf(ctx, attempt, step, preparedFactor(ctx, attempt, step, strategy));
  const newPassword = await newPasswordIn(ctx, strategy, proof);
  const finish = await strategy.attempt(ctx, subject, proof);

  const result = await transaction(ctx, async (ctx) => {
    // While the proof was being checked, another step may have been taken.
    const held = await lockCurrentSignIn(ctx, row.id);
    requireDue(ctx, await loadAttempt(ctx, held), step, strategy);
    const outcome = await finish(ctx);
    if ('refusal' in outcome) {
      if (outcome.counts && held.user_id !== null) await recordFailedAttempt(ctx, held.user_id);
      return outcome;
    }
    await proveContact(ctx, subject, outcome.verification);
    const verifiedAt = now(ctx);
    const proved = await store.update(ctx.db, ctx.instance.id, row.id, {
      [step.verificationColumn]: outcome.verification.id,
      [step.verifiedColumn]: verifiedAt,
      ...(outcome.provesBothFactors ? { second_factor_verification_id: outcome.verification.id, second_factor_verified_at: verifiedAt } : {}),
      ...(outcome.userId === undefined ? {} : { user_id: outcome.userId, actor: outcome.actor ?? null }),
      abandon_at: abandonAt(ctx),
      updated_at: verifiedAt,
    });
    const renewed = newPassword ? await setNewPassword(ctx, proved, newPassword) : proved;
    return settle(ctx, renewed);
  });
  if ('refusal' in result) throw result.refusal;
  return result;
}

/** The strategy a caller names; without a name, that of what was prepared, or of the factor offered first. */
async function strategyFor(ctx: RequestContext, step: Step, row: SignInRow, name: string | null | undefined): Promise<Strategy> {
  if (name) return requireStrategy(name);
  const attempt = await loadAttempt(ctx, row);
  const implied = attempt[step.verification]?.strategy ?? shownFactors(ctx, attempt, step)?.[0]?.strategy;
  if (!implied) throw apiError('form_param_missing', { param: 'strategy' });
  return requireStrategy(implied);
}

function requireDue(ctx: RequestContext, attempt: SignInAttempt, step: Step, strategy?: Strategy): void {
  const status = signInStatus(factsOf(ctx, attempt));
  // A proof that says itself who someone is must not meet a sign-in that is somebody's already.
  if (status === (strategy?.identifies ? 'needs_identifier' : step.dueIn)) return;
  throw apiError(attempt.row[step.verifiedColumn] === null ? 'client_state_invalid' : 'verification_already_verified');
}

/** The factor that is to be prepared: the one named by id, else what was typed, else the preferred one. */
function chooseFactor(ctx: RequestContext, attempt: SignInAttempt, step: Step, strategy: Strategy, params: PrepareParams): Factor {
  const factors = offered(ctx, attempt, step, strategy);
  const id = params.email_address_id ?? params.phone_number_id;
  const typed = typedValue(attempt);
  const chosen = id
    ? factors.find(({ contact }) => contact?.id === id)
    : (factors.find(({ contact }) => contact?.value === typed) ?? factors.find(({ contact }) => contact?.defaultSecondFactor) ?? factors[0]);
  if (!chosen) throw apiError('form_resource_not_found', { param: params.email_address_id ? 'email_address_id' : 'phone_number_id' });
  return chosen;
}

/** The factor that a proof is for: the one that was prepared, if it is still the account's. */
function preparedFactor(ctx: RequestContext, attempt: SignInAttempt, step: Step, strategy: Strategy): Factor {
  const factors = offered(ctx, attempt, step, strategy);
  const verification = attempt[step.verification];
  if (!strategy.prepare) return factors[0] ?? { strategy: strategy.name };
  if (verification?.strategy !== strategy.name) throw apiError('verification_missing');
  const prepared = factors.find(({ contact }) => contact?.value === verification.target);
  if (!prepared) throw apiError('sign_in_identification_or_user_deleted');
  return prepared;
}

function offered(ctx: RequestContext, attempt: SignInAttempt, step: Step, strategy: Strategy): Factor[] {
  const factors = shownFactors(ctx, attempt, step);
  if (!factors) throw apiError('sign_in_identification_or_user_deleted');
  const matching = factors.filter((factor) => factor.strategy === strategy.name);
  if (matching.length === 0) throw apiError(step === FIRST_FACTOR ? 'strategy_for_user_invalid' : 'no_second_factors', { param: 'strategy' });
  return matching;
}

/** What the proof is about. A factor that is shown but not really the account's is a decoy. */
function subjectOf(ctx: RequestContext, attempt: SignInAttempt, step: Step, shown: Factor): Subject {
  const own = ownFactors(ctx, attempt, step).find((factor) => factor.strategy === shown.strategy && factor.contact?.value === shown.contact?.value);
  return {
    person: own ? attempt.person : null,
    contact: own?.contact ?? shown.contact ?? null,
    verification: attempt[step.verification],
    clientId: attempt.row.client_id,
    decoy: own === undefined,
  };
}

function identifyingSubject({ row, person, first }: SignInAttempt): Subject {
  return { person, contact: null, verification: first, clientId: row.client_id, decoy: false };
}

/** What was typed as the identifier, as it is stored. */
export function typedValue({ row }: SignInAttempt): string | null {
  return row.identifier === null ? null : identifierKind(row.identifier).value;
}

/** A forgotten password may be set in the same call (custom-flows/forgot-password). */
async function newPasswordIn(ctx: RequestContext, strategy: Strategy, { password }: Proof): Promise<PasswordHash | null> {
  if (!strategy.resetsPassword || !password) return null;
  checkPasswordRules(ctx.instance.settings, password);
  return hashPassword(password);
}
