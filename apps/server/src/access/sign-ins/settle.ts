import { apiError } from '@foyer/protocol/errors';
import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { assertMaySignIn, recordSignIn } from '../../people/users/service.ts';
import { refuseSameUser } from '../attempts/sessions.ts';
import { updateClient } from '../clients/service.ts';
import { createSession } from '../sessions/service.ts';
import { factsOf, loadAttempt } from './attempt.ts';
import { signInStatus } from './status.ts';
import * as store from './store.ts';
import type { SignInRow } from './tables.ts';

/**
 * Ends a sign-in with a session as soon as nothing is missing any more; else leaves it as it is.
 * Runs in the transaction of the step that may have been the last.
 */
export async function settle(ctx: RequestContext, row: SignInRow): Promise<SignInRow> {
  const attempt = await loadAttempt(ctx, row);
  if (row.created_session_id !== null || signInStatus(factsOf(ctx, attempt)) !== 'complete') return row;
  const { person, first } = attempt;
  if (!person || !first || row.first_factor_verified_at === null) throw apiError('sign_in_identification_or_user_deleted');
  assertMaySignIn(ctx, person.user);
  await refuseSameUser(ctx, person.user.id);

  // The user's row is locked before the client's, as where a new password ends the user's sessions.
  await recordSignIn(ctx, person.user.id);
  const session = await createSession(ctx, {
    userId: person.user.id,
    strategy: first.strategy,
    firstFactorAt: row.first_factor_verified_at,
    secondFactorAt: row.second_factor_verified_at,
    actor: row.actor,
  });
  await updateClient(ctx, row.client_id, { sign_in_id: null, sign_up_id: null });
  return store.update(ctx.db, ctx.instance.id, row.id, { created_session_id: session.id, updated_at: now(ctx) });
}
