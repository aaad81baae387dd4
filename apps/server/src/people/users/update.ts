import { emit, now, transaction, type Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { requireMetadata } from '../metadata/check.ts';
import { mergeMetadata, type MetadataPatch } from '../metadata/merge.ts';
import { refusingTaken } from './conflicts.ts';
import { loadUser, userNotFound, type UserAggregate } from './find.ts';
import * as store from './store.ts';
import type { UserRow } from './tables.ts';

/** What can be changed about a user; `undefined` leaves as it is. Values are checked already. */
export type UserChanges = Pick<
  store.UserColumns,
  | 'username'
  | 'first_name'
  | 'last_name'
  | 'external_id'
  | 'locale'
  | 'image_id'
  | 'primary_email_address_id'
  | 'primary_phone_number_id'
  | 'primary_web3_wallet_id'
  | 'public_metadata'
  | 'private_metadata'
  | 'unsafe_metadata'
  | 'delete_self_enabled'
  | 'create_organization_enabled'
  | 'create_organizations_limit'
  | 'bypass_client_trust'
  | 'legal_accepted_at'
  | 'created_at'
>;

/**
 * Changes a user and raises `user.updated`.
 *
 * @throws `resource_not_found`; `form_identifier_exists` naming the parameter that is taken
 */
export function updateUser(ctx: Context, id: string, changes: UserChanges): Promise<UserAggregate> {
  return transaction(ctx, async (ctx) => {
    const user = await refusingTaken(store.update(ctx.db, ctx.instance.id, id, { ...changes, updated_at: now(ctx) }));
    if (!user) throw userNotFound();
    await emit(ctx, 'user.updated', { userId: id });
    return loadUser(ctx, id);
  });
}

/** The three kinds of metadata, by the names of their parameters. */
export type MetadataField = 'public_metadata' | 'private_metadata' | 'unsafe_metadata';

/**
 * Merges into a user's metadata: objects at every depth, `null` removes a key.
 *
 * @throws `resource_not_found`; `form_param_exceeds_allowed_size` when the result is too large
 */
export function mergeUserMetadata(ctx: Context, id: string, patches: Partial<Record<MetadataField, MetadataPatch>>): Promise<UserAggregate> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, id);
    const merged: UserChanges = {};
    for (const [field, patch] of Object.entries(patches) as [MetadataField, MetadataPatch | undefined][]) {
      if (patch) merged[field] = mergeMetadata(field, user[field], patch);
    }
    return updateUser(ctx, id, merged);
  });
}

/**
 * Replaces those kinds of a user's metadata that are given.
 *
 * @throws `resource_not_found`; `form_param_exceeds_allowed_size`
 */
export function replaceUserMetadata(ctx: Context, id: string, metadata: Partial<Record<MetadataField, Json>>): Promise<UserAggregate> {
  const changes: UserChanges = {};
  for (const [field, value] of Object.entries(metadata) as [MetadataField, Json | undefined][]) {
    if (value) changes[field] = requireMetadata(field, value);
  }
  return updateUser(ctx, id, changes);
}

/**
 * Reads a user and holds it until the transaction ends, for changes that depend on what is there.
 *
 * @throws `resource_not_found`
 */
export async function lockedUser(ctx: Context, id: string): Promise<UserRow> {
  const user = await store.findForUpdate(ctx.db, ctx.instance.id, id);
  if (!user) throw userNotFound();
  return user;
}
