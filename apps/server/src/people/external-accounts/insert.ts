import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { ExternalProfile } from './profile.ts';
import * as store from './store.ts';
import type { ExternalAccountRow } from './tables.ts';

/**
 * Writes down that an account at a provider is a user's.
 *
 * @param verificationId the proof, which must not be that of an attempt: those are forgotten
 * @throws `external_account_exists` when it is somebody's already
 */
export async function insertExternalAccount(ctx: Context, userId: string, profile: ExternalProfile, verificationId: string): Promise<ExternalAccountRow> {
  try {
    return await store.insert(ctx.db, {
      instance_id: ctx.instance.id,
      id: newId(ctx, 'external_account'),
      user_id: userId,
      // What identifies people shares a prefix, whatever its kind.
      identification_id: newId(ctx, 'email_address'),
      provider: profile.provider,
      provider_user_id: profile.providerUserId,
      ...columnsOf(profile),
      verification_id: verificationId,
      created_at: now(ctx),
      updated_at: now(ctx),
    });
  } catch (error) {
    if (isUniqueViolation(error, 'external_accounts_owned')) throw apiError('external_account_exists', { cause: error });
    throw error;
  }
}

/** Notes what the provider says now of someone who has come again. */
export async function refreshExternalAccount(ctx: Context, { id }: ExternalAccountRow, profile: ExternalProfile): Promise<void> {
  await store.update(ctx.db, ctx.instance.id, id, { ...columnsOf(profile), updated_at: now(ctx) });
}

function columnsOf(profile: ExternalProfile) {
  return {
    approved_scopes: profile.approvedScopes,
    email_address: profile.emailAddress ?? '',
    email_address_verified: profile.emailAddressVerified,
    first_name: profile.firstName ?? '',
    last_name: profile.lastName ?? '',
    image_url: profile.imageUrl,
  };
}
