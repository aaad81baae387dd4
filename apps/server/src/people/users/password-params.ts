import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { checkNewPassword, checkPasswordSize, hashPassword, requireDigest, type PasswordHash } from '../passwords/service.ts';

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
  else await checkNewPassword(ctx, password);
  return hashPassword(password);
}
