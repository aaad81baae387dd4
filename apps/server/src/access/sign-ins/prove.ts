import { ApiError } from '@foyer/protocol/errors';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { checkNewPassword, hashPassword, type PasswordHash } from '../../people/passwords/service.ts';
import { loadUser, recordFailedAttempt } from '../../people/users/service.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { keepNewClient } from '../clients/new-client.ts';
import type { Passed, Proof, Refused, Strategy } from '../strategies/index.ts';
import { loadAttempt, type SignInAttempt } from './attempt.ts';
import { currentSignIn, lockCurrentSignIn } from './current.ts';
import { meetExposure, usesExposedPassword } from './exposed-password.ts';
import { setNewPassword } from './new-password.ts';
import { preparedFactor, strategyFor, subjectOf, unknownSubject } from './offer.ts';
import { proveContact } from './prove-contact.ts';
import { settle } from './settle.ts';
import { dueStep, hidesAccount, proofIdentifies, refuseEarly, requireDue, type Step } from './steps.ts';
import { writeSignIn } from './write.ts';

/** Checks the proof for one factor of the client's current sign-in, and ends the sign-in when nothing else is missing. */
export async function proveFactor(ctx: RequestContext, wanted: Step, id: string, params: Proof & { strategy?: string | null }): Promise<SignInAttempt> {
  const attempt = await loadAttempt(ctx, await currentSignIn(ctx, id));
  const step = dueStep(ctx, attempt, wanted);
  return proveStep(ctx, step, attempt, strategyFor(ctx, step, attempt, params.strategy), params);
}

/** {@link proveFactor} on a sign-in that is at hand. Must not be called inside a transaction: see {@link Strategy.attempt}. */
export async function proveStep(ctx: RequestContext, step: Step, attempt: SignInAttempt, strategy: Strategy, proof: Proof): Promise<SignInAttempt> {
  try {
    return await judge(ctx, step, attempt, strategy, proof);
  } catch (error) {
    // Others locked the account while this proof was being judged. That must not tell a stranger that it was right: judged again, it is as wrong as any.
    if (!(error instanceof ApiError && error.code === 'user_locked' && hidesAccount(ctx, attempt))) throw error;
    return judge(ctx, step, await again(ctx, attempt), strategy, proof);
  }
}

/** A sign-in as it is now. What a failed transaction wrote of a new one is gone with it. */
async function again(ctx: RequestContext, attempt: SignInAttempt): Promise<SignInAttempt> {
  if (!attempt.isNew) return loadAttempt(ctx, await currentSignIn(ctx, attempt.row.id));
  return { ...attempt, person: attempt.person && (await loadUser(ctx, attempt.person.user.id)) };
}

async function judge(ctx: RequestContext, step: Step, attempt: SignInAttempt, strategy: Strategy, proof: Proof): Promise<SignInAttempt> {
  requireDue(ctx, attempt, step, strategy);
  refuseEarly(ctx, attempt);
  const subject = proofIdentifies(strategy, attempt) ? unknownSubject(attempt) : subjectOf(ctx, attempt, step, preparedFactor(ctx, attempt, step, strategy));
  const newPassword = await newPasswordIn(ctx, strategy, proof);
  const exposed = await usesExposedPassword(ctx, strategy, proof);
  const finish = await strategy.attempt(ctx, subject, proof);

  const result = await transaction(ctx, async (ctx) => {
    // While the proof was being checked, another request may have taken the step; of a new sign-in no other knows.
    const held = attempt.isNew ? attempt : { ...attempt, row: await lockCurrentSignIn(ctx, attempt.row.id) };
    requireDue(ctx, held, step, strategy);
    const outcome = await finish(ctx);
    if ('refusal' in outcome) return refuse(ctx, held, outcome);
    const met = exposed ? await meetExposure(ctx, held) : held;
    if ('refusal' in met) return refuse(ctx, held, met);
    const mine = await proveContact(ctx, step, met, subject, outcome.verification);
    const proved = await withProof(ctx, step, mine, outcome);
    return writeSignIn(ctx, await settle(ctx, newPassword ? await setNewPassword(ctx, proved, newPassword) : proved));
  });
  keepNewClient(ctx, 'refusal' in result ? null : result.person);
  if ('refusal' in result) throw result.refusal;
  return result;
}

/** Counts a wrong proof. A sign-in that began with it goes on all the same. */
async function refuse(ctx: RequestContext, attempt: SignInAttempt, refused: Refused): Promise<Refused> {
  const { row, isNew } = attempt;
  if (isNew) await writeSignIn(ctx, attempt);
  const tooLate = refused.counts && row.user_id !== null ? await recordFailedAttempt(ctx, row.user_id) : null;
  return tooLate && !hidesAccount(ctx, attempt) ? { ...refused, refusal: tooLate } : refused;
}

/** A sign-in with a proof that was accepted. */
async function withProof(ctx: RequestContext, step: Step, attempt: SignInAttempt, { verification, userId, actor, sessionMaxDuration, provesBothFactors }: Passed): Promise<SignInAttempt> {
  const at = now(ctx);
  return {
    ...attempt,
    row: {
      ...attempt.row,
      [step.verificationColumn]: verification.id,
      [step.verifiedColumn]: at,
      ...(provesBothFactors ? { second_factor_verification_id: verification.id, second_factor_verified_at: at } : {}),
      ...(userId === undefined ? {} : { user_id: userId, actor: actor ?? null, session_max_duration_in_seconds: sessionMaxDuration ?? null }),
      abandon_at: abandonAt(ctx),
      updated_at: at,
    },
    [step.verification]: verification,
    ...(provesBothFactors ? { second: verification } : {}),
    ...(userId === undefined ? {} : { person: await loadUser(ctx, userId) }),
  };
}

/** A forgotten password may be set in the same call (custom-flows/forgot-password). */
async function newPasswordIn(ctx: RequestContext, strategy: Strategy, { password }: Proof): Promise<PasswordHash | null> {
  if (!strategy.resetsPassword || !password) return null;
  await checkNewPassword(ctx, password);
  return hashPassword(password);
}
