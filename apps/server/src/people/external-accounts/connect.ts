import type { Context } from '../../platform/context.ts';
import { recordVerified } from '../verifications/service.ts';
import { insertExternalAccount } from './insert.ts';
import type { ExternalProfile } from './profile.ts';
import type { ExternalAccountRow } from './tables.ts';

/**
 * Connects a proved account at a provider to a user, with a verification of its own: that of the
 * attempt goes when the attempt is forgotten.
 *
 * @throws `external_account_exists` when it is somebody's already
 */
export async function connect(ctx: Context, userId: string, profile: ExternalProfile, strategy: string): Promise<ExternalAccountRow> {
  const { id } = await recordVerified(ctx, { strategy });
  return insertExternalAccount(ctx, userId, profile, id);
}
