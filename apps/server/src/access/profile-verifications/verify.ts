import { apiError } from '@foyer/protocol/errors';
import { transaction } from '../../platform/context.ts';
import { askingUser, type RequestContext } from '../../platform/http/facts.ts';
import type { ContactKind, ContactRow } from '../../people/contacts.ts';
import { claimMailbox } from '../../people/email-addresses/service.ts';
import { attachVerification, getContact, loadUser, recordFailedAttempt, verifyContact } from '../../people/users/service.ts';
import { find } from '../../people/verifications/service.ts';
import { requireStrategy, verifyingStrategies, type Preparation, type Proof, type Strategy, type Subject } from '../strategies/index.ts';

/**
 * Sends a code to one of the asking person's own contacts.
 *
 * @throws ApiError `verification_already_verified`, `verification_strategy_invalid`, and what the strategy throws
 */
export function prepareContact<Row extends ContactRow>(
  ctx: RequestContext,
  kind: ContactKind<Row>,
  id: string,
  params: Preparation & { strategy: string },
): Promise<Row> {
  return transaction(ctx, async (ctx) => {
    const row = await getContact(ctx, kind, id, askingUser(ctx).userId);
    if (row.verified_at !== null) throw apiError('verification_already_verified');
    const strategy = strategyFor(ctx, kind, params.strategy);
    if (!strategy.prepare) throw apiError('verification_strategy_invalid', { param: 'strategy' });
    const verification = await strategy.prepare(ctx, await subjectOf(ctx, kind, row), params);
    return attachVerification(ctx, kind, id, verification.id);
  });
}

/**
 * Checks the proof that one of the asking person's own contacts is theirs.
 *
 * @throws ApiError `verification_already_verified`, `identification_claimed` when somebody else proved it first,
 *   and what the strategy refuses
 */
export async function attemptContact<Row extends ContactRow>(ctx: RequestContext, kind: ContactKind<Row>, id: string, proof: Proof): Promise<Row> {
  const { userId } = askingUser(ctx);
  const row = await getContact(ctx, kind, id, userId);
  if (row.verified_at !== null) throw apiError('verification_already_verified');
  const subject = await subjectOf(ctx, kind, row);
  if (!subject.verification) throw apiError('verification_missing');
  const finish = await strategyFor(ctx, kind, subject.verification.strategy).attempt(ctx, subject, proof);

  const result = await transaction(ctx, async (ctx) => {
    const outcome = await finish(ctx);
    if (!('refusal' in outcome)) {
      if (kind.name === 'email_address') await claimMailbox(ctx, kind.value(row), userId);
      return verifyContact(ctx, kind, id, outcome.verification.id);
    }
    if (outcome.counts) await recordFailedAttempt(ctx, userId);
    return outcome;
  });
  if ('refusal' in result) throw result.refusal;
  return result;
}

function strategyFor(ctx: RequestContext, kind: ContactKind<ContactRow>, name: string): Strategy {
  const strategy = requireStrategy(name);
  if (verifyingStrategies(kind.name, ctx.instance.settings).includes(name)) return strategy;
  throw apiError('verification_strategy_invalid', { param: 'strategy' });
}

async function subjectOf<Row extends ContactRow>(ctx: RequestContext, kind: ContactKind<Row>, row: Row): Promise<Subject> {
  const { clientId } = askingUser(ctx);
  return {
    person: await loadUser(ctx, row.user_id),
    contact: { kind: kind.name, id: row.id, value: kind.value(row), primary: false, forSecondFactor: false, defaultSecondFactor: false },
    verification: await find(ctx, row.verification_id),
    clientId,
    decoy: false,
  };
}
