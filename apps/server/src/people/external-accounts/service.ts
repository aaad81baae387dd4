import { apiError } from '@foyer/protocol/errors';
import { emit, transaction, type Context } from '../../platform/context.ts';
import { emailAddresses } from '../email-addresses/kind.ts';
import { assertNotLast } from '../users/last-identification.ts';
import { lockedUser } from '../users/service.ts';
import { connect } from './connect.ts';
import { findExternalAccount } from './find.ts';
import { refreshExternalAccount } from './insert.ts';
import type { ExternalProfile } from './profile.ts';
import * as store from './store.ts';
import type { ExternalAccountRow } from './tables.ts';

export { findExternalAccount } from './find.ts';
export type { ExternalProfile } from './profile.ts';

/**
 * The user whom a proved account at a provider signs in: whoever has connected it, or whoever has
 * proved here the address for which the provider vouches; it is connected to them then
 * (social-connections/account-linking). Runs in the transaction of the sign-in.
 *
 * @param strategy how the account was proved
 * @returns `null` when nobody has it
 * @throws `external_account_exists` when the address is only held for somebody: whoever made that account
 * may not be who the provider says, and would keep its password
 */
export async function userOfExternalAccount(ctx: Context, profile: ExternalProfile, strategy: string): Promise<string | null> {
  const connected = await findExternalAccount(ctx, profile);
  if (connected) {
    await refreshExternalAccount(ctx, connected, profile);
    return connected.user_id;
  }
  const owner = profile.emailAddressVerified ? await ownerOf(ctx, profile.emailAddress) : undefined;
  if (!owner) return null;
  if (owner.verified_at === null) throw unprovedAddress();
  await lockedUser(ctx, owner.user_id);
  await connect(ctx, owner.user_id, profile, strategy);
  await emit(ctx, 'user.updated', { userId: owner.user_id });
  return owner.user_id;
}

/**
 * Refuses an account at a provider that would sign somebody in: it cannot make another user.
 *
 * @throws `external_account_exists`
 */
export async function refuseKnownExternalAccount(ctx: Context, profile: ExternalProfile): Promise<void> {
  if (await findExternalAccount(ctx, profile)) throw apiError('external_account_exists');
  const owner = profile.emailAddressVerified ? await ownerOf(ctx, profile.emailAddress) : undefined;
  if (owner) throw owner.verified_at === null ? unprovedAddress() : apiError('external_account_exists');
}

/**
 * Takes an external account off a user.
 *
 * @throws `resource_not_found`; what {@link assertNotLast} throws
 */
export function removeExternalAccount(ctx: Context, id: string, userId: string): Promise<ExternalAccountRow> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    const row = await store.find(ctx.db, ctx.instance.id, id);
    if (row?.user_id !== userId) throw apiError('resource_not_found');
    await assertNotLast(ctx, user, { kind: 'external_account', id });
    await store.remove(ctx.db, ctx.instance.id, id);
    await emit(ctx, 'user.factors_changed', { userId });
    await emit(ctx, 'user.updated', { userId });
    return row;
  });
}

async function ownerOf(ctx: Context, address: string | null) {
  return address === null ? undefined : emailAddresses.store.findOwned(ctx.db, ctx.instance.id, address);
}

function unprovedAddress() {
  return apiError('external_account_exists', { longMessage: 'There is an account with this address already. Sign in to it with a code sent to the address; then this way is open, too.' });
}
