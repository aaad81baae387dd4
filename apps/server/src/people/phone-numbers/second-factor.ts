import { apiError } from '@foyer/protocol/errors';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { getContact, lockedUser, notifyUser, refreshSecondFactors, remainingIdentifications } from '../users/service.ts';
import { phoneNumbers } from './kind.ts';
import * as store from './store.ts';
import type { PhoneNumberRow } from './tables.ts';

/** Whether a number is a second factor, and the one that is asked for first. `null` leaves as it is. */
export interface SecondFactorWish {
  reserved_for_second_factor?: boolean | null;
  default_second_factor?: boolean | null;
}

/**
 * Makes a phone number a second factor, or no longer one. The first one becomes the default.
 *
 * @throws `identification_update_second_factor_unverified`; `identification_update_failed` for the last identifier that
 * opens a sign-in; `form_disable_default_second_factor_not_allowed`; `resource_not_found`
 */
export function setSecondFactor(ctx: Context, id: string, wish: SecondFactorWish): Promise<PhoneNumberRow> {
  return transaction(ctx, async (ctx) => {
    const { user_id: userId } = await getContact(ctx, phoneNumbers, id);
    const user = await lockedUser(ctx, userId);
    const phone = await getContact(ctx, phoneNumbers, id);
    const reserved = wish.reserved_for_second_factor ?? phone.reserved_for_second_factor;

    if (reserved && phone.verified_at === null) throw apiError('identification_update_second_factor_unverified');
    if (wish.default_second_factor && !reserved) throw apiError('form_conditional_param_missing', { param: 'reserved_for_second_factor' });
    if (wish.default_second_factor === false && phone.default_second_factor) throw apiError('form_disable_default_second_factor_not_allowed');
    if (reserved && !phone.reserved_for_second_factor) {
      const { total } = await remainingIdentifications(ctx, user, { kind: 'phone_number', id });
      if (total === 0) throw apiError('identification_update_failed');
    }

    if (reserved !== phone.reserved_for_second_factor) await store.setReservedForSecondFactor(ctx.db, ctx.instance.id, id, reserved, now(ctx));
    if (wish.default_second_factor) await store.setDefaultSecondFactor(ctx.db, ctx.instance.id, userId, id, now(ctx));
    await refreshSecondFactors(ctx, user);
    if (reserved !== phone.reserved_for_second_factor) await emit(ctx, 'user.factors_changed', { userId });
    // People are told what such codes are worth (ASVS 6.6.1).
    if (reserved && !phone.reserved_for_second_factor) await notifyUser(ctx, user, 'phone_factor_added', { last_digits: phone.phone_number.slice(-4) });
    await emit(ctx, 'user.updated', { userId });
    return getContact(ctx, phoneNumbers, id);
  });
}

/** Notes that a number which nobody has proved yet is meant as a second factor; it becomes one by its proof. */
export async function keepForSecondFactor(ctx: Context, id: string): Promise<PhoneNumberRow> {
  await store.setReservedForSecondFactor(ctx.db, ctx.instance.id, id, true, now(ctx));
  return getContact(ctx, phoneNumbers, id);
}
