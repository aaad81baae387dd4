import type { RequestContext } from '../../platform/http/facts.ts';
import { setCurrentAttempt } from '../attempts/client.ts';
import type { SignInAttempt } from './attempt.ts';
import * as store from './store.ts';

/**
 * Puts a sign-in down as a step has left it: the steps themselves change it in memory, so that however
 * many things happen in one request, it is written once. A new one becomes its client's current one,
 * unless it has come to its end already. Runs in the transaction of the step.
 */
export async function writeSignIn(ctx: RequestContext, attempt: SignInAttempt): Promise<SignInAttempt> {
  const { row, isNew } = attempt;
  if (!isNew) {
    const { instance_id: _instance, id, client_id: _client, created_at: _made, ...columns } = row;
    await store.update(ctx.db, ctx.instance.id, id, columns);
    return attempt;
  }
  // The client first, which may be new, too. One that is signed in by now has been written with its session.
  if (row.created_session_id === null) await setCurrentAttempt(ctx, row.client_id, { sign_in_id: row.id });
  await store.insert(ctx.db, row);
  return { ...attempt, isNew: false };
}
