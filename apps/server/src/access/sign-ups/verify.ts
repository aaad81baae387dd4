import { apiError } from '@foyer/protocol/errors';
import { now, transaction, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { findStrategy, requireStrategy, verifyingStrategies, type Contact, type Preparation, type Proof, type Strategy, type Subject } from '../strategies/index.ts';
import { isVerified, loadAttempt, type SignUpAttempt } from './attempt.ts';
import { currentSignUp, lockCurrentSignUp } from './current.ts';
import { settle } from './settle.ts';
import * as store from './store.ts';
import type { SignUpRow } from './tables.ts';
import { isTaken } from './values.ts';

const VERIFICATION_COLUMN = { email_address: 'email_verification_id', phone_number: 'phone_verification_id', web3_wallet: 'web3_verification_id' } as const;

/** Sends the code that verifies a contact of the client's current sign-up. */
export function prepareVerification(ctx: RequestContext, id: string, params: Preparation & { strategy?: string | null }): Promise<SignUpRow> {
  return transaction(ctx, async (ctx) => {
    const row = await lockCurrentSignUp(ctx, id);
    return prepareStep(ctx, row, await strategyFor(ctx, row, params.strategy), params);
  });
}

/** {@link prepareVerification} on a sign-up that is at hand, inside a transaction. */
export async function prepareStep(ctx: RequestContext, row: SignUpRow, strategy: Strategy, params: Preparation): Promise<SignUpRow> {
  const attempt = await loadAttempt(ctx, row);
  const { subject, kind } = await subjectOf(ctx, attempt, strategy);
  if (isVerified(ctx, subject.verification)) throw apiError('verification_already_verified');
  if (!strategy.prepare) throw apiError('verification_strategy_invalid', { param: 'strategy' });
  const verification = await strategy.prepare(ctx, subject, params);
  return store.update(ctx.db, ctx.instance.id, row.id, { [VERIFICATION_COLUMN[kind]]: verification.id, abandon_at: abandonAt(ctx), updated_at: now(ctx) });
}

/** Checks the proof for a contact of the client's current sign-up; the last one that is missing creates the user. */
export async function attemptVerification(ctx: RequestContext, id: string, params: Proof & { strategy?: string | null }): Promise<SignUpRow> {
  const seen = await currentSignUp(ctx, id);
  const strategy = await strategyFor(ctx, seen, params.strategy);
  const { subject } = await subjectOf(ctx, await loadAttempt(ctx, seen), strategy);
  const finish = await strategy.attempt(ctx, subject, params);

  const result = await transaction(ctx, async (ctx) => {
    const row = await lockCurrentSignUp(ctx, id);
    const outcome = await finish(ctx);
    if ('refusal' in outcome) return outcome;
    return settle(ctx, await store.update(ctx.db, ctx.instance.id, row.id, { abandon_at: abandonAt(ctx), updated_at: now(ctx) }));
  });
  if ('refusal' in result) throw result.refusal;
  return result;
}

/** Proofs that come in the form itself: nothing has to be sent for them. */
const GIVEN_AT_ONCE = ['password', 'ticket', 'google_one_tap'];

/** The strategy that a create or update asks to prepare at once; `null` for those that need nothing to be sent. */
export function strategyInForm({ strategy: name }: { strategy?: string | null }): Strategy | null {
  const strategy = name ? requireStrategy(name) : null;
  if (strategy && !strategy.verifies && !GIVEN_AT_ONCE.includes(strategy.name)) throw apiError('form_param_value_invalid', { param: 'strategy' });
  return strategy?.verifies ? strategy : null;
}

/** The strategy a caller names; without a name, the first that something unverified can be verified by. */
async function strategyFor(ctx: RequestContext, row: SignUpRow, name: string | null | undefined): Promise<Strategy> {
  if (name) return requireStrategy(name);
  const { verifications, fields } = await loadAttempt(ctx, row);
  const kind = fields.unverified.find((field) => field === 'email_address' || field === 'phone_number' || field === 'web3_wallet');
  const implied = kind && (verifications[kind]?.strategy ?? verifyingStrategies(kind, ctx.instance.settings)[0]);
  const strategy = implied ? findStrategy(implied) : undefined;
  if (!strategy) throw apiError('form_param_missing', { param: 'strategy' });
  return strategy;
}

async function subjectOf(ctx: Context, { row, verifications }: SignUpAttempt, strategy: Strategy): Promise<{ subject: Subject; kind: Contact['kind'] }> {
  const kind = strategy.verifies;
  if (!kind || !verifyingStrategies(kind, ctx.instance.settings).includes(strategy.name)) {
    throw apiError('verification_strategy_invalid', { param: 'strategy' });
  }
  const value = row[kind];
  if (value === null) throw apiError('form_param_missing', { param: kind });
  const contact: Contact = { kind, id: null, value, primary: true, forSecondFactor: false, defaultSecondFactor: false };
  // Somebody may have got it since it was given; under enumeration protection it may have been theirs all along.
  const decoy = await isTaken(ctx, { kind, value });
  if (decoy && !ctx.instance.settings.attack_protection.enumeration_protection) throw apiError('form_identifier_exists', { param: kind });
  return { kind, subject: { person: null, contact, verification: verifications[kind], clientId: row.client_id, decoy } };
}
