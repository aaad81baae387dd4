import { now, type Context } from '../../platform/context.ts';
import { forgetBackupCodes } from '../backup-codes/codes.ts';
import { phoneNumbers, setDefaultSecondFactor } from '../phone-numbers/service.ts';
import type { PhoneNumberRow } from '../phone-numbers/tables.ts';
import { usersWithTotp } from '../totp/find.ts';
import type { UserAggregate } from './find.ts';
import * as store from './store.ts';
import type { UserRow } from './tables.ts';

/** Whether a number really is a second factor: one that nobody proved protects nothing. */
export function isSecondFactor(phone: PhoneNumberRow): boolean {
  return phone.reserved_for_second_factor && phone.verified_at !== null;
}

/** Whether a user has a second factor of their own: backup codes only stand in for one. */
export function hasSecondFactor({ phoneNumbers, totpEnabled }: UserAggregate): boolean {
  return totpEnabled || phoneNumbers.some(isSecondFactor);
}

/**
 * Puts a user's second factors in order after a change: one of the numbers is always the default, and
 * backup codes go with the last factor that they could stand in for. Gives what must be noted on the
 * user when the first one has come, or the last one has gone.
 */
export async function settleSecondFactors(ctx: Context, user: UserRow): Promise<store.UserColumns> {
  const phones = await phoneNumbers.store.listOf(ctx.db, ctx.instance.id, [user.id]);
  const factors = phones.filter(isSecondFactor);
  const [oldest] = factors;
  if (oldest && !factors.some((phone) => phone.default_second_factor)) {
    await setDefaultSecondFactor(ctx.db, ctx.instance.id, user.id, oldest.id, now(ctx));
  }
  const any = oldest !== undefined || (await usersWithTotp(ctx, [user.id])).has(user.id);
  if (!any) await forgetBackupCodes(ctx, user.id);
  if (any && user.mfa_enabled_at === null) return { mfa_enabled_at: now(ctx) };
  if (!any && user.mfa_enabled_at !== null) return { mfa_enabled_at: null, mfa_disabled_at: now(ctx) };
  return {};
}

/** Notes on a user what {@link settleSecondFactors} finds. */
export async function refreshSecondFactors(ctx: Context, user: UserRow): Promise<void> {
  await store.update(ctx.db, ctx.instance.id, user.id, { ...(await settleSecondFactors(ctx, user)), updated_at: now(ctx) });
}
