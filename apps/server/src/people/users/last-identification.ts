import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { isOwned, type ContactRow } from '../contacts.ts';
import { emailAddresses } from '../email-addresses/kind.ts';
import { externalAccountsOf } from '../external-accounts/find.ts';
import { phoneNumbers } from '../phone-numbers/kind.ts';
import { web3Wallets } from '../web3-wallets/kind.ts';
import type { UserRow } from './tables.ts';

/** An identification that is about to go. */
export type Leaving = { kind: 'email_address' | 'phone_number' | 'web3_wallet' | 'external_account'; id: string } | { kind: 'username' };

/** How many identifications of each kind would open a sign-in for a user once one has gone. */
export async function remainingIdentifications(ctx: Context, user: UserRow, leaving: Leaving) {
  const leaves = (row: { id: string }) => 'id' in leaving && row.id === leaving.id;
  const stays = (row: ContactRow) => isOwned(row) && !leaves(row);
  const emails = (await emailAddresses.store.listOf(ctx.db, ctx.instance.id, [user.id])).filter(stays);
  // A number that is kept for the second factor opens no sign-in.
  const phones = (await phoneNumbers.store.listOf(ctx.db, ctx.instance.id, [user.id])).filter((row) => stays(row) && !row.reserved_for_second_factor);
  const wallets = (await web3Wallets.store.listOf(ctx.db, ctx.instance.id, [user.id])).filter(stays);
  const externals = (await externalAccountsOf(ctx, [user.id])).filter((row) => !leaves(row));
  const username = leaving.kind !== 'username' && user.username !== null ? 1 : 0;
  const total = emails.length + phones.length + wallets.length + externals.length + username;
  return { email_address: emails.length, phone_number: phones.length, web3_wallet: wallets.length, external_account: externals.length, username, total };
}

/**
 * Refuses to take from a user what they cannot do without. The user's row must be locked, so that
 * two at once cannot each take the other's last.
 *
 * @throws `identification_deletion_failed` for the last one of all, `last_required_identification_deletion_failed`
 * for the last one of a kind that everybody must have
 */
export async function assertNotLast(ctx: Context, user: UserRow, leaving: Leaving): Promise<void> {
  const remaining = await remainingIdentifications(ctx, user, leaving);
  if (remaining.total === 0) throw apiError('identification_deletion_failed');
  // Nobody must have a wallet or an external account.
  const required = leaving.kind !== 'web3_wallet' && leaving.kind !== 'external_account' && ctx.instance.settings.attributes[leaving.kind].required;
  if (required && remaining[leaving.kind] === 0) {
    throw apiError('last_required_identification_deletion_failed');
  }
}
