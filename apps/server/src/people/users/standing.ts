import { apiError, type ApiError } from '@foyer/protocol/errors';
import { sql, type RawBuilder } from 'kysely';
import { after, MINUTE, SECOND } from '../../platform/clock.ts';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { userNotFound } from './find.ts';
import { notifyUser } from './notify.ts';
import * as store from './store.ts';
import type { UserRow } from './tables.ts';

/** Bans a user: they can never sign in, and whoever listens ends their sessions. Banning twice changes nothing. */
export function banUser(ctx: Context, id: string): Promise<UserRow> {
  return changeStanding(ctx, id, 'user.banned', (user, at) => (user.banned_at ? null : { banned_at: at }));
}

export function unbanUser(ctx: Context, id: string): Promise<UserRow> {
  return changeStanding(ctx, id, 'user.unbanned', (user) => (user.banned_at ? { banned_at: null } : null));
}

/** Locks a user for as long as the instance's settings say, as too many wrong attempts do. */
export function lockUser(ctx: Context, id: string): Promise<UserRow> {
  return changeStanding(ctx, id, 'user.locked', (user, at) => (isLocked(user, at) ? null : lockFrom(ctx, at)));
}

/** Unlocks a user and forgets their wrong attempts. */
export function unlockUser(ctx: Context, id: string): Promise<UserRow> {
  return changeStanding(ctx, id, 'user.unlocked', (user) =>
    user.locked_at || user.failed_attempts > 0 ? { locked_at: null, lock_expires_at: null, failed_attempts: 0 } : null,
  );
}

/** Whether a user is locked out at this moment: some locks run out by themselves. */
export function isLocked(user: UserRow, at: Date): boolean {
  return user.locked_at !== null && (user.lock_expires_at === null || user.lock_expires_at > at);
}

/** Whole seconds until a lock runs out; `null` when there is no lock, or it never runs out. */
export function lockExpiresInSeconds(user: UserRow, at: Date): number | null {
  if (!isLocked(user, at) || user.lock_expires_at === null) return null;
  return Math.ceil((user.lock_expires_at.getTime() - at.getTime()) / SECOND);
}

/**
 * Refuses those who may not sign in.
 *
 * @throws `user_banned`, or `user_locked` with `meta.lockout_expires_in_seconds`
 */
export function assertMaySignIn(ctx: Context, user: UserRow): void {
  if (user.banned_at) throw apiError('user_banned');
  if (isLocked(user, now(ctx))) throw lockedOut(ctx, user);
}

function lockedOut(ctx: Context, user: UserRow): ApiError {
  const seconds = lockExpiresInSeconds(user, now(ctx));
  if (seconds === null) return apiError('user_locked', { longMessage: 'Your account is locked. Please contact support to unlock it.' });
  return apiError('user_locked', {
    meta: { lockout_expires_in_seconds: seconds },
    longMessage: `Your account is locked. You can try again in ${inMinutes(seconds)}. If you need help, contact support.`,
  });
}

/**
 * Notes that a user has signed in: their wrong attempts are forgotten. The user is held until the
 * transaction ends, so that a ban either comes first or finds the session to end.
 *
 * @throws as {@link assertMaySignIn}; `resource_not_found`
 */
export async function recordSignIn(ctx: Context, userId: string): Promise<UserRow> {
  return (await recordSignInAsking(ctx, userId, sql.lit(true))).user;
}

/**
 * {@link recordSignIn}, and what the caller wants to know at that moment: asked in the same statement,
 * because each costs more than most answers do.
 */
export async function recordSignInAsking(ctx: Context, userId: string, question: RawBuilder<boolean>): Promise<{ user: UserRow; answer: boolean }> {
  const noted = await store.noteSignIn(ctx.db, ctx.instance.id, userId, now(ctx), question);
  if (noted) return noted;
  const refused = await store.findForUpdate(ctx.db, ctx.instance.id, userId);
  if (!refused) throw userNotFound();
  assertMaySignIn(ctx, refused);
  throw new Error(`User ${userId} may sign in, and could not.`);
}

/** Notes that a user is active. Callers decide how often this is worth a write. */
export async function recordActivity(ctx: Context, userId: string): Promise<void> {
  await store.update(ctx.db, ctx.instance.id, userId, { last_active_at: now(ctx) });
}

/**
 * Counts a wrong attempt to prove being this user, and locks them when there were too many. To be
 * called outside the transaction that the wrong attempt ends, or the count is rolled back with it.
 *
 * @returns `user_locked` when others locked the user while this attempt was being judged: of many
 *   guesses at once, those that come too late must not learn that they were wrong
 */
export async function recordFailedAttempt(ctx: Context, userId: string): Promise<ApiError | null> {
  const protection = ctx.instance.settings.attack_protection;
  if (!protection.lockout_enabled) return null;
  return transaction(ctx, async (ctx) => {
    const user = await store.countFailedAttempt(ctx.db, ctx.instance.id, userId, now(ctx));
    if (user?.locked_at) return lockedOut(ctx, user);
    if (!user || user.failed_attempts < protection.lockout_max_attempts) return null;
    await store.update(ctx.db, ctx.instance.id, userId, lockFrom(ctx, now(ctx)));
    await emit(ctx, 'user.locked', { userId });
    await notifyUser(ctx, user, 'account_locked');
    return null;
  });
}

function lockFrom(ctx: Context, at: Date): store.UserColumns {
  const minutes = ctx.instance.settings.attack_protection.lockout_duration_in_minutes;
  return { locked_at: at, lock_expires_at: minutes === null ? null : after(at, minutes * MINUTE) };
}

/** Changes a user unless `change` says that there is nothing to change, and tells of it twice: what happened, and that the user is another now. */
function changeStanding(
  ctx: Context,
  id: string,
  event: 'user.banned' | 'user.unbanned' | 'user.locked' | 'user.unlocked',
  change: (user: UserRow, at: Date) => store.UserColumns | null,
): Promise<UserRow> {
  return transaction(ctx, async (ctx) => {
    const user = await store.findForUpdate(ctx.db, ctx.instance.id, id);
    if (!user) throw userNotFound();
    const columns = change(user, now(ctx));
    if (!columns) return user;
    const changed = await store.update(ctx.db, ctx.instance.id, id, { ...columns, updated_at: now(ctx) });
    await emit(ctx, event, { userId: id });
    await emit(ctx, 'user.updated', { userId: id });
    return changed ?? user;
  });
}

function inMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
