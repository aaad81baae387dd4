import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { phoneNumbers, setReservedForSecondFactor } from '../phone-numbers/service.ts';
import { removeTotp } from '../totp/service.ts';
import { lockedUser, refreshSecondFactors } from '../users/service.ts';

/**
 * Turns all of a user's second factors off: the authenticator app and the backup codes go; phone
 * numbers stay, and open sign-ins again.
 *
 * @throws `resource_not_found`
 */
export function disableSecondFactors(ctx: Context, userId: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    await removeTotp(ctx, userId);
    const phones = await phoneNumbers.store.listOf(ctx.db, ctx.instance.id, [userId]);
    for (const phone of phones.filter((row) => row.reserved_for_second_factor)) {
      await setReservedForSecondFactor(ctx.db, ctx.instance.id, phone.id, false, now(ctx));
    }
    await refreshSecondFactors(ctx, await lockedUser(ctx, user.id));
    await emit(ctx, 'user.updated', { userId });
  });
}
