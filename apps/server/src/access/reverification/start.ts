import type { ReverificationLevel } from '@foyer/protocol/statuses';
import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { loadUser } from '../../people/users/service.ts';
import { sessionToVerify, type Reverification } from './attempt.ts';
import { factorsOf, SECOND_FACTOR } from './steps.ts';
import * as store from './store.ts';

/**
 * Begins to prove, within a session, who one is, in the place of what was begun there before. Who has
 * no second factor is asked for the first one, whatever was wanted (guides/secure/reverification).
 *
 * @throws ApiError those of `sessionToVerify`
 */
export async function startReverification(ctx: RequestContext, sessionId: string, wanted: ReverificationLevel): Promise<Reverification> {
  const session = await sessionToVerify(ctx, sessionId);
  const person = await loadUser(ctx, session.user_id);
  const level = factorsOf(ctx, person, SECOND_FACTOR).length > 0 ? wanted : 'first_factor';
  const row = await store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    id: newId(ctx, 'reverification'),
    session_id: session.id,
    level,
    created_at: now(ctx),
  });
  return { row, session, person, first: null, second: null };
}
