import { apiError } from '@foyer/protocol/errors';
import { isOAuthStrategy } from '@foyer/protocol/strategies';
import { CreateMyExternalAccountParams } from '@foyer/protocol/schemas/requests/me';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { ExternalAccount } from '@foyer/protocol/schemas/resources/external-account';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { removeExternalAccount } from './service.ts';

/** The signed-in person's external accounts. */
export function externalAccountRoutes(routes: FrontendRoutes): void {
  const all = { tag: 'External accounts', asker: 'self' } as const;
  const one = { ...all, params: pathParams('external_account_id') } as const;

  // Accounts come with Google One Tap; there is no provider to be sent to yet.
  routes.post('/v1/me/external_accounts', { ...all, sensitive: true, summary: 'Connect an external account', body: CreateMyExternalAccountParams, response: ExternalAccount }, async (_ctx, { body }) => {
    if (body.strategy && !isOAuthStrategy(body.strategy)) throw apiError('form_param_value_invalid', { param: 'strategy' });
    throw apiError('oauth_provider_not_enabled', { param: 'strategy' });
  });

  routes.delete('/v1/me/external_accounts/:external_account_id', { ...one, sensitive: true, summary: 'Remove an external account', response: DeletedObject }, async (ctx, { params }) => {
    const { id } = await removeExternalAccount(ctx, params.external_account_id, askingUser(ctx).userId);
    return { object: 'external_account', id, deleted: true };
  });
}
