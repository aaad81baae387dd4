import type { UpdateUserParams } from '@foyer/protocol/schemas/requests/users';
import { transaction, type Context } from '../../platform/context.ts';
import { requireMetadata } from '../metadata/check.ts';
import { setPassword } from '../passwords/service.ts';
import { importSecondFactors } from '../second-factors/import.ts';
import { checkExternalId, checkLimit, checkLocale, checkPastTime } from './checks.ts';
import { getUser, loadUser, type UserAggregate } from './find.ts';
import { newPassword } from './password-params.ts';
import { useImage } from './profile-image.ts';
import { changeProfile } from './profile.ts';
import type { UserChanges } from './update.ts';

/**
 * Changes a user as a server asks for it.
 *
 * @throws the form error of each parameter; `resource_not_found`
 */
export async function updateUserByServer(ctx: Context, id: string, params: UpdateUserParams): Promise<UserAggregate> {
  await getUser(ctx, id);
  const changes = checkedChanges(ctx, params);
  const password = await newPassword(ctx, params);
  return transaction(ctx, async (ctx) => {
    await changeProfile(ctx, id, params, { self: false, notifyPrimaryEmailAddress: params.notify_primary_email_address_changed === true }, changes);
    if (params.profile_image_id != null) await useImage(ctx, id, params.profile_image_id);
    if (password) await setPassword(ctx, id, password, { signOutOthers: params.sign_out_of_other_sessions === true, exceptSessionId: null });
    await importSecondFactors(ctx, id, params);
    return loadUser(ctx, id);
  });
}

function checkedChanges(ctx: Context, params: UpdateUserParams): UserChanges {
  const changes: UserChanges = {
    delete_self_enabled: params.delete_self_enabled ?? undefined,
    create_organization_enabled: params.create_organization_enabled ?? undefined,
    bypass_client_trust: params.bypass_client_trust ?? undefined,
  };
  if (params.external_id !== undefined) changes.external_id = checkExternalId(params.external_id);
  if (params.locale !== undefined) changes.locale = checkLocale(params.locale);
  if (params.create_organizations_limit != null) changes.create_organizations_limit = checkLimit(params.create_organizations_limit);
  if (params.legal_accepted_at != null) changes.legal_accepted_at = checkPastTime(ctx, 'legal_accepted_at', params.legal_accepted_at);
  if (params.created_at != null) changes.created_at = checkPastTime(ctx, 'created_at', params.created_at);
  for (const field of ['public_metadata', 'private_metadata'] as const) {
    const metadata = params[field];
    if (metadata != null) changes[field] = requireMetadata(field, metadata);
  }
  return changes;
}
