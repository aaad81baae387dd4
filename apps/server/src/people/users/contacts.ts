import { apiError } from '@foyer/protocol/errors';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import { newId } from '../../platform/ids.ts';
import { isOwned, type ContactKind, type ContactRow, type NewContact } from '../contacts.ts';
import { assertUnlinked } from '../external-accounts/linked.ts';
import { identifierExists, refusingTaken } from './conflicts.ts';
import { assertNotLast } from './last-identification.ts';
import { settleSecondFactors } from './second-factors.ts';
import * as store from './store.ts';
import type { UserRow } from './tables.ts';
import { lockedUser } from './update.ts';

/** Email addresses or phone numbers that a person may have waiting for their proof. */
const MAX_UNPROVED = 10;

/**
 * A contact of the instance, or of one user.
 *
 * @throws `resource_not_found`
 */
export async function getContact<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, id: string, userId?: string): Promise<Row> {
  const row = await kind.store.find(ctx.db, ctx.instance.id, id);
  if (!row || (userId !== undefined && row.user_id !== userId)) throw contactNotFound();
  return row;
}

/**
 * Adds a contact to a user. The first one that is owned becomes the primary one; any, if asked for.
 *
 * @throws `form_identifier_exists` when it is taken, `too_many_unverified_identifications`, `resource_not_found`
 */
export function addContact<Row extends ContactRow>(
  ctx: Context,
  kind: ContactKind<Row>,
  userId: string,
  contact: NewContact,
  { primary = false }: { primary?: boolean } = {},
): Promise<Row> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    if (await kind.store.findOwned(ctx.db, ctx.instance.id, contact.value)) throw identifierExists(kind.name);
    const existing = await kind.store.listOf(ctx.db, ctx.instance.id, [userId]);
    if (existing.filter((row) => !isOwned(row)).length >= MAX_UNPROVED) throw apiError('too_many_unverified_identifications');

    const owner = { instanceId: ctx.instance.id, userId, id: newId(ctx, kind.name), at: now(ctx) };
    const row = await refusingTaken(kind.store.insert(ctx.db, owner, contact));
    const becomesPrimary = primary || (isOwned(row) && user[kind.primaryColumn] === null);
    await touch(ctx, user, becomesPrimary ? { [kind.primaryColumn]: row.id } : {});
    return row;
  });
}

/** Notes the proof that is under way for a contact, so that its resource shows it. */
export async function attachVerification<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, id: string, verificationId: string): Promise<Row> {
  const row = await kind.store.update(ctx.db, ctx.instance.id, id, { verification_id: verificationId }, now(ctx));
  if (!row) throw contactNotFound();
  return row;
}

/**
 * Marks a contact as proved: from now on it is its user's alone.
 *
 * @param verificationId the proof; `null` when an administrator vouches for it; left out, the one that is attached
 * @throws `identification_claimed` when somebody else proved it first
 */
export function verifyContact<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, id: string, verificationId?: string | null): Promise<Row> {
  return transaction(ctx, async (ctx) => {
    const { user_id: userId } = await getContact(ctx, kind, id);
    const user = await lockedUser(ctx, userId);
    const row = await refusingClaimed(
      kind.store.update(ctx.db, ctx.instance.id, id, { verified_at: now(ctx), reserved: false, verification_id: verificationId }, now(ctx)),
    );
    if (!row) throw contactNotFound();
    await touch(ctx, user, user[kind.primaryColumn] === null ? { [kind.primaryColumn]: id } : {});
    await emit(ctx, 'user.factors_changed', { userId });
    return row;
  });
}

/**
 * The id of a contact that may become the primary one of its kind.
 *
 * @throws `form_resource_not_found` when the user has none with this id, `form_verification_needed`
 */
export async function requirePrimary<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, userId: string, id: string): Promise<string> {
  const param = kind.primaryColumn;
  const row = await kind.store.find(ctx.db, ctx.instance.id, id);
  if (row?.user_id !== userId) throw apiError('form_resource_not_found', { param });
  if (row.verified_at === null) throw apiError('form_verification_needed', { param });
  return row.id;
}

/**
 * Takes an administrator's word back, or a proof: the contact is nobody's then.
 *
 * @throws `resource_not_found`; what {@link assertNotLast} throws
 */
export function unverifyContact<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, id: string): Promise<Row> {
  return transaction(ctx, async (ctx) => {
    const { user_id: userId } = await getContact(ctx, kind, id);
    const user = await lockedUser(ctx, userId);
    await assertNotLast(ctx, user, { kind: kind.name, id });
    const row = await kind.store.update(ctx.db, ctx.instance.id, id, { verified_at: null, reserved: false, verification_id: null }, now(ctx));
    if (!row) throw contactNotFound();
    await touch(ctx, user, await successor(ctx, kind, user, id));
    return row;
  });
}

/** Makes a contact the primary one of its kind; throws what {@link requirePrimary} throws. */
export function makePrimary<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, userId: string, id: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    await touch(ctx, user, { [kind.primaryColumn]: await requirePrimary(ctx, kind, userId, id) });
  });
}

/**
 * Removes a contact. If it was the primary one, the oldest other that is owned takes its place.
 *
 * @throws `resource_not_found`; what {@link assertNotLast} and {@link assertUnlinked} throw
 */
export function removeContact<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, id: string, userId?: string): Promise<Row> {
  return transaction(ctx, async (ctx) => {
    const row = await getContact(ctx, kind, id, userId);
    const user = await lockedUser(ctx, row.user_id);
    if (isOwned(row)) await assertNotLast(ctx, user, { kind: kind.name, id });
    if (kind.name === 'email_address') await assertUnlinked(ctx, { ...row, email_address: kind.value(row) });
    await kind.store.remove(ctx.db, ctx.instance.id, id);
    await touch(ctx, user, await successor(ctx, kind, user, id));
    if (row.verified_at !== null) await emit(ctx, 'user.factors_changed', { userId: row.user_id });
    return row;
  });
}

async function successor<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, user: UserRow, removedId: string): Promise<store.UserColumns> {
  if (user[kind.primaryColumn] !== removedId) return {};
  const others = await kind.store.listOf(ctx.db, ctx.instance.id, [user.id]);
  return { [kind.primaryColumn]: others.find((row) => isOwned(row) && row.id !== removedId)?.id ?? null };
}

/** What belongs to a user has changed: so has the user. */
async function touch(ctx: Context, user: UserRow, columns: store.UserColumns): Promise<void> {
  const factors = await settleSecondFactors(ctx, user);
  await store.update(ctx.db, ctx.instance.id, user.id, { ...columns, ...factors, updated_at: now(ctx) });
  await emit(ctx, 'user.updated', { userId: user.id });
}

async function refusingClaimed<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? apiError('identification_claimed', { cause: error }) : error;
  }
}

function contactNotFound() {
  return apiError('resource_not_found');
}
