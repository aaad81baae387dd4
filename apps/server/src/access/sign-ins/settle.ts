import { apiError } from '@foyer/protocol/errors';
import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { assertMaySignIn, recordSignIn } from '../../people/users/service.ts';
import { lockedUser } from '../../people/users/update.ts';
import { refuseSameUser } from '../attempts/sessions.ts';
import { updateClient } from '../clients/service.ts';
import { tellOfNewDevice } from '../devices/notify.ts';
import { refuseRestrictedSignIn } from '../restrictions/service.ts';
import { createSession } from '../sessions/service.ts';
import { statusOf, type SignInAttempt } from './attempt.ts';
import * as store from './store.ts';

/**
 * Ends a sign-in with a session as soon as nothing is missing any more; else leaves it as it is.
 * Runs in the transaction of the step that may have been the last.
 */
export async function settle(ctx: RequestContext, attempt: SignInAttempt): Promise<SignInAttempt> {
  const { row, person, first } = attempt;
  if (row.created_session_id !== null) return attempt;
  if (statusOf(ctx, attempt) !== 'complete') {
    // Of many guesses at once, a right one that comes after those that locked the account goes no step further.
    if (person) assertMaySignIn(ctx, await lockedUser(ctx, person.user.id));
    return attempt;
  }
  if (!person || !first) throw apiError('sign_in_identification_or_user_deleted');

  // Held until the session is there, so that a ban either comes first or finds the session to end.
  const user = await lockedUser(ctx, person.user.id);
  assertMaySignIn(ctx, user);
  await refuseRestrictedSignIn(ctx, person);
  await refuseSameUser(ctx, user.id);
  // Whoever acts as someone leaves no sign-in of theirs behind.
  if (row.actor === null) await recordSignIn(ctx, user.id);
  const session = await createSession(ctx, {
    userId: user.id,
    strategy: first.strategy,
    firstFactorAt: row.first_factor_verified_at,
    secondFactorAt: row.second_factor_verified_at,
    actor: row.actor,
    maxDurationSeconds: row.session_max_duration_in_seconds,
  });
  await tellOfNewDevice(ctx, user, session, first.strategy);
  await updateClient(ctx, row.client_id, { sign_in_id: null, sign_up_id: null });
  return { ...attempt, row: await store.update(ctx.db, ctx.instance.id, row.id, { created_session_id: session.id, updated_at: now(ctx) }) };
}
