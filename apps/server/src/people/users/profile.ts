import { apiError } from '@foyer/protocol/errors';
import { transaction, type Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { emailAddresses } from '../email-addresses/kind.ts';
import { requireUsername } from '../identifiers.ts';
import { requireMetadata } from '../metadata/check.ts';
import { phoneNumbers } from '../phone-numbers/kind.ts';
import { web3Wallets } from '../web3-wallets/kind.ts';
import { checkName } from './checks.ts';
import { requirePrimary } from './contacts.ts';
import type { UserAggregate } from './find.ts';
import { assertNotLast } from './last-identification.ts';
import { notifyUser } from './notify.ts';
import type { UserRow } from './tables.ts';
import { lockedUser, updateUser, type UserChanges } from './update.ts';

/** What people and servers alike may change. `null` removes a name; for everything else it means the same as absent. */
export interface ProfileParams {
  username?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  primary_email_address_id?: string | null;
  primary_phone_number_id?: string | null;
  primary_web3_wallet_id?: string | null;
  unsafe_metadata?: Json | null;
}

/** Who changes a profile: people are bound by which attributes their application uses. */
export interface ProfileEditor {
  self: boolean;
  /** Whether the former primary email address is told of a new one. */
  notifyPrimaryEmailAddress: boolean;
}

/**
 * Changes a user's profile, together with whatever else changes at once.
 *
 * @throws the form error of each parameter; `resource_not_found`
 */
export function changeProfile(ctx: Context, userId: string, params: ProfileParams, editor: ProfileEditor, more: UserChanges = {}): Promise<UserAggregate> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    const changes = { ...more, ...(await checkedProfile(ctx, user, params, editor)) };
    if (editor.notifyPrimaryEmailAddress && changes.primary_email_address_id && changes.primary_email_address_id !== user.primary_email_address_id) {
      await notifyUser(ctx, user, 'primary_email_address_changed');
    }
    return updateUser(ctx, userId, changes);
  });
}

async function checkedProfile(ctx: Context, user: UserRow, params: ProfileParams, editor: ProfileEditor): Promise<UserChanges> {
  const changes: UserChanges = {};
  for (const field of ['first_name', 'last_name'] as const) {
    const name = params[field];
    if (name !== undefined) changes[field] = checkedName(ctx, field, name, editor);
  }
  if (params.username !== undefined) changes.username = await checkedUsername(ctx, user, params.username);
  if (params.primary_email_address_id != null) {
    changes.primary_email_address_id = await requirePrimary(ctx, emailAddresses, user.id, params.primary_email_address_id);
  }
  if (params.primary_phone_number_id != null) {
    changes.primary_phone_number_id = await requirePrimary(ctx, phoneNumbers, user.id, params.primary_phone_number_id);
  }
  if (params.primary_web3_wallet_id != null) {
    changes.primary_web3_wallet_id = await requirePrimary(ctx, web3Wallets, user.id, params.primary_web3_wallet_id);
  }
  if (params.unsafe_metadata != null) changes.unsafe_metadata = requireMetadata('unsafe_metadata', params.unsafe_metadata);
  return changes;
}

function checkedName(ctx: Context, field: 'first_name' | 'last_name', name: string | null, editor: ProfileEditor): string | null {
  const attribute = ctx.instance.settings.attributes[field];
  if (editor.self && !attribute.enabled) throw apiError('form_param_unknown', { param: field });
  const checked = checkName(field, name);
  if (editor.self && attribute.required && checked === null) throw apiError('form_param_nil', { param: field });
  return checked;
}

async function checkedUsername(ctx: Context, user: UserRow, username: string | null): Promise<string | null> {
  const { attributes, username: rules } = ctx.instance.settings;
  if (username === null || username === '') {
    if (user.username !== null) await assertNotLast(ctx, user, { kind: 'username' });
    return null;
  }
  if (!attributes.username.enabled) throw apiError('form_param_unknown', { param: 'username' });
  return requireUsername(rules, username);
}
