import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { importBackupCodes } from '../backup-codes/service.ts';
import { importTotp } from '../totp/service.ts';
import { hasSecondFactor, loadUser } from '../users/service.ts';

/** Second factors that someone had in another system. */
export interface ImportedFactors {
  totp_secret?: string | null;
  backup_codes?: readonly string[];
}

/**
 * Gives a user their second factors from another system, in the transaction that creates or changes them.
 *
 * @throws `invalid_totp_secret_code`, `form_param_value_invalid`; `backup_codes_not_available` for codes that would
 * stand in for nothing
 */
export async function importSecondFactors(ctx: Context, userId: string, { totp_secret: secret, backup_codes: codes }: ImportedFactors): Promise<void> {
  if (secret != null) await importTotp(ctx, userId, secret);
  if (!codes?.length) return;
  if (!hasSecondFactor(await loadUser(ctx, userId))) throw apiError('backup_codes_not_available', { param: 'backup_codes' });
  await importBackupCodes(ctx, userId, codes);
}
