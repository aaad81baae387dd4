import { now, type Context } from '../../platform/context.ts';
import { phoneNumbers } from '../phone-numbers/kind.ts';
import type { PhoneNumberRow } from '../phone-numbers/tables.ts';
import * as store from './store.ts';
import type { UserRow } from './tables.ts';

/** Whether a number really is a second factor: one that nobody proved protects nothing. */
export function isSecondFactor(phone: PhoneNumberRow): boolean {
  return phone.reserved_for_second_factor && phone.verified_at !== null;
}

/** What must be noted on a user whose first second factor has come, or whose last one has gone. */
export async function secondFactorColumns(ctx: Context, user: UserRow): Promise<store.UserColumns> {
  const phones = await phoneNumbers.store.listOf(ctx.db, ctx.instance.id, [user.id]);
  const enabled = phones.some(isSecondFactor);
  if (enabled && user.mfa_enabled_at === null) return { mfa_enabled_at: now(ctx) };
  if (!enabled && user.mfa_enabled_at !== null) return { mfa_enabled_at: null, mfa_disabled_at: now(ctx) };
  return {};
}

/** Notes on a user what {@link secondFactorColumns} finds. */
export async function refreshSecondFactors(ctx: Context, user: UserRow): Promise<void> {
  await store.update(ctx.db, ctx.instance.id, user.id, { ...(await secondFactorColumns(ctx, user)), updated_at: now(ctx) });
}
