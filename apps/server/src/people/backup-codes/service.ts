import { apiError } from '@foyer/protocol/errors';
import { emit, transaction, type Context } from '../../platform/context.ts';
import { hasSecondFactor, loadUser, lockedUser } from '../users/service.ts';
import { forgetBackupCodes, replaceBackupCodes, usersWithBackupCodes } from './codes.ts';

export { importBackupCodes, importedBackupCodes, useBackupCode, usersWithBackupCodes } from './codes.ts';

/**
 * Makes new backup codes for a user; the old ones are worth nothing any more.
 *
 * @throws `backup_codes_not_available` where they are off, or for those without another second factor to stand in for
 */
export function createBackupCodes(ctx: Context, userId: string): Promise<string[]> {
  return transaction(ctx, async (ctx) => {
    await lockedUser(ctx, userId);
    const another = hasSecondFactor(await loadUser(ctx, userId));
    if (!ctx.instance.settings.attributes.backup_code.enabled || !another) throw apiError('backup_codes_not_available');
    const codes = await replaceBackupCodes(ctx, userId);
    await emit(ctx, 'user.factors_changed', { userId });
    await emit(ctx, 'user.updated', { userId });
    return codes;
  });
}

/** Backup codes for someone who has just set up their first second factor; `null` where they are off or there already. Runs in a transaction. */
export async function firstBackupCodes(ctx: Context, userId: string): Promise<string[] | null> {
  if (!ctx.instance.settings.attributes.backup_code.enabled) return null;
  if ((await usersWithBackupCodes(ctx, [userId])).has(userId)) return null;
  return replaceBackupCodes(ctx, userId);
}

/** Makes all of a user's backup codes worthless. */
export function removeBackupCodes(ctx: Context, userId: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    await lockedUser(ctx, userId);
    await forgetBackupCodes(ctx, userId);
    await emit(ctx, 'user.factors_changed', { userId });
    await emit(ctx, 'user.updated', { userId });
  });
}
