import { apiError } from '@foyer/protocol/errors';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import type { ContactKind, ContactRow } from '../contacts.ts';
import { refusingTaken } from './conflicts.ts';
import { addContact, getContact, makePrimary, unverifyContact, verifyContact } from './contacts.ts';
import { notifyUser } from './notify.ts';
import { refreshSecondFactors } from './second-factors.ts';
import * as store from './store.ts';
import type { UserRow } from './tables.ts';
import { lockedUser } from './update.ts';

interface PrimaryWish {
  primary?: boolean | null;
  notify_primary_email_address_changed?: boolean | null;
}

/** A contact that a server adds to a user, by its own word. */
export interface AddedContact extends PrimaryWish {
  value: string;
  verified?: boolean | null;
}

/**
 * Adds a contact to a user.
 *
 * @throws what `addContact` throws; `form_verification_needed` when an unproved one is to be the primary one
 */
export function addContactByServer<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, userId: string, wish: AddedContact): Promise<Row> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    const verified = wish.verified === true;
    if (wish.primary && !verified) throw apiError('form_verification_needed', { param: kind.name });
    const contact = { value: wish.value, verified, reserved: false, verificationId: null };
    if (wish.primary) await notifyFormerAddress(ctx, user, wish);
    return addContact(ctx, kind, userId, contact, { primary: wish.primary === true });
  });
}

/**
 * Vouches for a contact, takes that back, or makes it the primary one.
 *
 * @throws what `verifyContact`, `unverifyContact` and `makePrimary` throw
 */
export function updateContactByServer<Row extends ContactRow>(
  ctx: Context,
  kind: ContactKind<Row>,
  id: string,
  wish: PrimaryWish & { verified?: boolean | null },
): Promise<Row> {
  return transaction(ctx, async (ctx) => {
    const contact = await getContact(ctx, kind, id);
    const user = await lockedUser(ctx, contact.user_id);
    if (wish.verified === true && contact.verified_at === null) await verifyContact(ctx, kind, id, null);
    if (wish.verified === false && contact.verified_at !== null) await unverifyContact(ctx, kind, id);
    if (wish.primary && user[kind.primaryColumn] !== id) {
      await notifyFormerAddress(ctx, user, wish);
      await makePrimary(ctx, kind, user.id, id);
    }
    return getContact(ctx, kind, id);
  });
}

/** The contact that takes the place of all others of its kind. */
export interface Replacement extends PrimaryWish {
  value: string;
  identification_status?: 'verified' | 'reserved' | 'unverified';
}

/**
 * Replaces all contacts of one kind that a user has by one, which becomes the primary one.
 *
 * @throws `form_identifier_exists`, `resource_not_found`
 */
export function replaceContactsByServer<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, userId: string, wish: Replacement): Promise<Row> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    const former = await kind.store.listOf(ctx.db, ctx.instance.id, [userId]);
    const primary = former.find((row) => row.id === user[kind.primaryColumn]);
    if (primary && kind.value(primary) !== wish.value) await notifyFormerAddress(ctx, user, wish);
    for (const row of former) await kind.store.remove(ctx.db, ctx.instance.id, row.id);

    const status = wish.identification_status ?? 'verified';
    const owner = { instanceId: ctx.instance.id, userId, id: newId(ctx, kind.name), at: now(ctx) };
    const contact = { value: wish.value, verified: status === 'verified', reserved: status === 'reserved', verificationId: null };
    const row = await refusingTaken(kind.store.insert(ctx.db, owner, contact));
    await store.update(ctx.db, ctx.instance.id, userId, { [kind.primaryColumn]: row.id });
    await refreshSecondFactors(ctx, user);
    await emit(ctx, 'user.updated', { userId });
    return row;
  });
}

async function notifyFormerAddress(ctx: Context, user: UserRow, wish: PrimaryWish): Promise<void> {
  if (wish.notify_primary_email_address_changed) await notifyUser(ctx, user, 'primary_email_address_changed');
}
