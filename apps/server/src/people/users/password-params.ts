import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { checkPasswordRules, checkPasswordSize, hashPassword, requireDigest, type PasswordHash } from '../passwords/service.ts';

/** How a server gives a user's password: as it is, or as the digest of another system. */
interface PasswordParams {
  password?: string | null;
  password_digest?: string | null;
  password_hasher?: string;
  skip_password_checks?: boolean | null;
}

/**
 * The password of these parameters, checked and hashed; `null` when there is none.
 *
 * @throws `form_password_*`, `form_conditional_param_missing`, `form_conditional_param_disallowed`
 */
export async function newPassword(ctx: Context, params: PasswordParams): Promise<PasswordHash | null> {
  const { password, password_digest: digest, password_hasher: hasher } = params;
  if (digest != null) {
    if (password != null) throw apiError('form_conditional_param_disallowed', { param: 'password' });
    if (hasher === undefined) throw apiError('form_conditional_param_missing', { param: 'password_hasher' });
    return requireDigest(hasher, digest);
  }
  if (hasher !== undefined) throw apiError('form_conditional_param_missing', { param: 'password_digest' });
  if (password == null) return null;
  if (params.skip_password_checks) checkPasswordSize(password);
  else checkPasswordRules(ctx.instance.settings, password);
  return hashPassword(password);
}

/**
 * Refuses second factors: users cannot have these yet, and an import must not lose them silently.
 *
 * @throws `form_param_unknown`
 */
export function refuseUnknownFactors(params: { totp_secret?: string | null; backup_codes?: readonly string[] }): void {
  if (params.totp_secret != null) throw apiError('form_param_unknown', { param: 'totp_secret', longMessage: 'This instance does not support authenticator apps yet. Leave totp_secret out.' });
  if (params.backup_codes?.length) throw apiError('form_param_unknown', { param: 'backup_codes', longMessage: 'This instance does not support backup codes yet. Leave backup_codes out.' });
}
