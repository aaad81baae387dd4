import { apiError } from '@foyer/protocol/errors';
import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { assertMaySignIn, recordSignInAsking } from '../../people/users/service.ts';
import type { UserRow } from '../../people/users/tables.ts';
import { lockedUser } from '../../people/users/update.ts';
import { refuseSameUser } from '../attempts/sessions.ts';
import { tellOfNewDevice } from '../devices/notify.ts';
import { refuseRestrictedSignIn } from '../restrictions/service.ts';
import { hadSessionElsewhere } from '../sessions/find.ts';
import { createSession } from '../sessions/service.ts';
import { statusOf, type SignInAttempt } from './attempt.ts';

/**
 * Ends a sign-in with a session as soon as nothing is missing any more; else leaves it as it is.
 * Runs in the transaction of the step that may have been the last, which writes the sign-in down.
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

  const { user, hasOtherDevices } = await admit(ctx, attempt, person.user.id);
  await refuseRestrictedSignIn(ctx, person);
  await refuseSameUser(ctx, user.id);
  const session = await createSession(ctx, {
    userId: user.id,
    user,
    strategy: first.strategy,
    firstFactorAt: row.first_factor_verified_at,
    secondFactorAt: row.second_factor_verified_at,
    actor: row.actor,
    maxDurationSeconds: row.session_max_duration_in_seconds,
  });
  await tellOfNewDevice(ctx, user, session, first.strategy, hasOtherDevices);
  return { ...attempt, row: { ...row, created_session_id: session.id, updated_at: now(ctx) }, person: { ...person, user } };
}

/** Lets a user in who may be, and holds them until the session is there. */
async function admit(ctx: RequestContext, { row }: SignInAttempt, userId: string): Promise<{ user: UserRow; hasOtherDevices: boolean }> {
  if (row.actor === null) {
    const { user, answer } = await recordSignInAsking(ctx, userId, hadSessionElsewhere(ctx, { clientId: row.client_id, userId }));
    return { user, hasOtherDevices: answer };
  }
  // Whoever acts as someone leaves no sign-in of theirs behind, and is on no device of theirs.
  const user = await lockedUser(ctx, userId);
  assertMaySignIn(ctx, user);
  return { user, hasOtherDevices: false };
}
