import { apiError } from '@foyer/protocol/errors';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { notifyUser } from '../users/notify.ts';
import { lockedUser } from '../users/update.ts';
import type { UserRow } from '../users/tables.ts';
import { hashPassword, OWN_HASHER, verifyAgainstNothing, verifyHash, type PasswordHash } from './hashing.ts';
import * as store from './store.ts';

export { hashPassword, verifyAgainstNothing, type PasswordHash } from './hashing.ts';
export { requireDigest } from './imported/hashers.ts';
export { isBreached } from './breached.ts';
export { checkNewPassword } from './new-password.ts';
export { checkPasswordSize } from './rules.ts';

/**
 * Whether a password is the user's. Takes the same time for users without one. The hash of an
 * imported user is replaced by one of ours as soon as the password is known.
 *
 * @throws `service_unavailable` when too many passwords are being checked
 */
export async function verifyPassword(
  ctx: Context,
  user: Pick<UserRow, 'id' | 'password_hash' | 'password_hasher'>,
  password: string,
): Promise<boolean> {
  if (user.password_hash === null || user.password_hasher === null) return verifyAgainstNothing(password);
  const stored = { hash: user.password_hash, hasher: user.password_hasher };
  if (!(await verifyHash(stored, password))) {
    // The hash of another system may be checked in no time, which would tell that there is someone.
    return stored.hasher === OWN_HASHER ? false : verifyAgainstNothing(password);
  }
  if (stored.hasher !== OWN_HASHER) await store.replaceHash(ctx.db, ctx.instance.id, user.id, stored.hash, await hashPassword(password));
  return true;
}

export interface PasswordChange {
  /** Whether the user's other sessions end. */
  signOutOthers: boolean;
  /** The session that goes on; none when an administrator or a reset makes the change. */
  exceptSessionId: string | null;
}

/**
 * Sets a user's password, tells the user by email, and raises `user.password_changed` and
 * `user.updated`. The password is checked and hashed already: hashing takes long, and nothing slow
 * belongs into a transaction.
 *
 * @throws `resource_not_found`
 */
export function setPassword(ctx: Context, userId: string, password: PasswordHash, change: PasswordChange): Promise<void> {
  return changePassword(ctx, userId, password, change);
}

/** Removes a user's password, otherwise as {@link setPassword}. */
export function removePassword(ctx: Context, userId: string, change: PasswordChange): Promise<void> {
  return changePassword(ctx, userId, null, change);
}

function changePassword(ctx: Context, userId: string, password: PasswordHash | null, change: PasswordChange): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    await store.setPassword(ctx.db, ctx.instance.id, userId, password, now(ctx));
    await emit(ctx, 'user.password_changed', { userId, ...change });
    await emit(ctx, 'user.updated', { userId });
    // Whoever sets a first password has just been told so by the page they did it on.
    if (user.password_hash !== null) await notifyUser(ctx, user, password ? 'password_changed' : 'password_removed');
  });
}

/** Forgets a password that somebody else may have set: the sign-in that is going on asks for a new one. Runs in a transaction. */
export function forgetPassword(ctx: Context, userId: string): Promise<void> {
  return store.forget(ctx.db, ctx.instance.id, userId, ctx.instance.settings.attributes.password.enabled, now(ctx));
}

/**
 * Notes that others may know a user's password: the next sign-in asks for another one.
 *
 * @param signOut whether all sessions of the user end
 * @throws `resource_not_found`, `no_password_set`
 */
export function markPasswordCompromised(ctx: Context, userId: string, signOut: boolean): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    if (user.password_hash === null) throw apiError('no_password_set');
    await store.requireChange(ctx.db, ctx.instance.id, userId, true, now(ctx));
    await emit(ctx, 'user.password_compromised', { userId, signOut });
    await emit(ctx, 'user.updated', { userId });
  });
}

/**
 * Takes back {@link markPasswordCompromised}: the password may be used on.
 *
 * @throws `resource_not_found`
 */
export function clearPasswordCompromised(ctx: Context, userId: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    if (!user.password_change_required) return;
    await store.requireChange(ctx.db, ctx.instance.id, userId, false, now(ctx));
    await emit(ctx, 'user.password_cleared', { userId });
    await emit(ctx, 'user.updated', { userId });
  });
}
