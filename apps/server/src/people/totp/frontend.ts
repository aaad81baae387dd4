import { apiError } from '@foyer/protocol/errors';
import { AttemptMyTotpParams } from '@foyer/protocol/schemas/requests/me';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { Totp } from '@foyer/protocol/schemas/resources/mfa';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { totpResource } from './resource.ts';
import { confirmTotp, removeTotp, startTotp } from './service.ts';

/** The signed-in person's authenticator app. */
export function totpRoutes(routes: FrontendRoutes): void {
  const common = { tag: 'TOTP', asker: 'self' } as const;

  routes.post('/v1/me/totp', { ...common, sensitive: true, summary: 'Make the secret for an authenticator app', response: Totp }, async (ctx) => {
    if (!ctx.instance.settings.attributes.authenticator_app.enabled) throw apiError('user_settings_invalid');
    const started = await startTotp(ctx, askingUser(ctx).userId);
    return totpResource(started.row, started);
  });

  routes.post(
    '/v1/me/totp/attempt_verification',
    { ...common, summary: 'Turn the authenticator app on by a first code', rateLimit: 'attemptSignIn', body: AttemptMyTotpParams, response: Totp },
    async (ctx, { body }) => {
      if (!body.code) throw apiError(body.code === undefined ? 'form_param_missing' : 'form_param_nil', { param: 'code' });
      const { row, backupCodes } = await confirmTotp(ctx, askingUser(ctx).userId, body.code);
      return totpResource(row, null, backupCodes);
    },
  );

  routes.delete('/v1/me/totp', { ...common, sensitive: true, summary: 'Turn the authenticator app off', response: DeletedObject }, async (ctx) => {
    const row = await removeTotp(ctx, askingUser(ctx).userId);
    if (!row) throw apiError('resource_not_found');
    return { object: 'totp', id: row.id, deleted: true };
  });
}
