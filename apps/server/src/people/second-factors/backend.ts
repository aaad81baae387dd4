import { apiError } from '@foyer/protocol/errors';
import { TotpVerified, UserReference } from '@foyer/protocol/schemas/backend/user';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { VerifyTotpParams } from '@foyer/protocol/schemas/requests/users';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { removeBackupCodes, useBackupCode } from '../backup-codes/service.ts';
import { removeTotp, useTotpCode } from '../totp/service.ts';
import { loadUser } from '../users/service.ts';
import { disableSecondFactors } from './service.ts';

/** Codes of authenticator apps have this form; what has not may be a backup code. */
const TOTP_CODE = /^\d{6}$/;

/** Second factors, for servers. */
export function secondFactorBackendRoutes(routes: BackendRoutes): void {
  const common = { tag: 'Users', params: pathParams('user_id') };

  routes.post(
    '/v1/users/:user_id/verify_totp',
    { ...common, summary: 'Check a code of a user’s authenticator app, or use up a backup code', body: VerifyTotpParams, response: TotpVerified },
    async (ctx, { params, body }) => {
      const { totpEnabled, backupCodeEnabled } = await loadUser(ctx, params.user_id);
      if (!totpEnabled && !backupCodeEnabled) throw apiError('totp_disabled');
      if (TOTP_CODE.test(body.code) && (await useTotpCode(ctx, params.user_id, body.code))) return { verified: true, code_type: 'totp' };
      if (await useBackupCode(ctx, params.user_id, body.code)) return { verified: true, code_type: 'backup_code' };
      if (backupCodeEnabled || TOTP_CODE.test(body.code)) throw apiError('totp_incorrect_code', { param: 'code' });
      throw apiError('totp_invalid_length', { param: 'code' });
    },
  );

  routes.delete('/v1/users/:user_id/mfa', { ...common, summary: 'Turn all of a user’s second factors off', response: UserReference }, async (ctx, { params }) => {
    await disableSecondFactors(ctx, params.user_id);
    return { user_id: params.user_id };
  });

  routes.delete('/v1/users/:user_id/totp', { ...common, summary: 'Turn a user’s authenticator app off', response: UserReference }, async (ctx, { params }) => {
    await removeTotp(ctx, params.user_id);
    return { user_id: params.user_id };
  });

  routes.delete('/v1/users/:user_id/backup_code', { ...common, summary: 'Make a user’s backup codes worthless', response: UserReference }, async (ctx, { params }) => {
    await removeBackupCodes(ctx, params.user_id);
    return { user_id: params.user_id };
  });
}
