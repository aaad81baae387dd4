import { emit, transaction, type Context } from '../../platform/context.ts';
import { isOwned } from '../contacts.ts';
import { emailAddresses } from '../email-addresses/kind.ts';
import { removePasskeysOf } from '../passkeys/service.ts';
import { forgetPassword } from '../passwords/service.ts';
import { phoneNumbers } from '../phone-numbers/kind.ts';
import { lockedUser } from '../users/service.ts';
import { web3Wallets } from '../web3-wallets/kind.ts';

/**
 * Hands an account over to whoever has just proved the address or number that was only held for it so
 * far. Nobody knows who made the account, so whatever they opened it with counts no more: its sessions
 * end, its password and passkeys go, and so does what they were about to add
 * (social-connections/account-linking, "Email address is unverified"). A second factor stays asked for:
 * who has it made the account, and who has not gets no further.
 */
export function handOver(ctx: Context, userId: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    await lockedUser(ctx, userId);
    for (const { store } of [emailAddresses, phoneNumbers, web3Wallets]) {
      const unproved = (await store.listOf(ctx.db, ctx.instance.id, [userId])).filter((row) => !isOwned(row));
      for (const { id } of unproved) await store.remove(ctx.db, ctx.instance.id, id);
    }
    await removePasskeysOf(ctx, userId);
    await forgetPassword(ctx, userId);
    await emit(ctx, 'user.handed_over', { userId });
    await emit(ctx, 'user.updated', { userId });
  });
}
