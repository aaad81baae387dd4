import { apiError } from '@foyer/protocol/errors';
import { SignInToken } from '@foyer/protocol/schemas/backend/tokens';
import { bodyParams, MaybeText, pathParams } from '@foyer/protocol/schemas/requests/parts';
import { nullable, Text } from '@foyer/protocol/schemas/parts';
import { Type } from 'typebox';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { signInTokenResource } from './resource.ts';
import { createSignInToken, revokeSignInToken } from './service.ts';

const CreateSignInTokenParams = bodyParams('CreateSignInTokenParams', {
  user_id: Text,
  org_id: MaybeText,
  expires_in_seconds: Type.Optional(nullable(Type.Integer({ minimum: 1, description: 'Default 2592000: 30 days.' }))),
});

/** Single-use tokens by which a server signs someone in. */
export function signInTokenBackendRoutes(routes: BackendRoutes): void {
  const common = { tag: 'Sign-in Tokens', response: SignInToken };

  routes.post('/v1/sign_in_tokens', { ...common, summary: 'Create a sign-in token', body: CreateSignInTokenParams }, async (ctx, { body }) => {
    if (body.org_id) throw apiError('feature_not_enabled', { param: 'org_id', longMessage: 'Organizations are not enabled for this instance. Leave out org_id.' });
    const { row, token } = await createSignInToken(ctx, { userId: body.user_id, expiresIn: body.expires_in_seconds ?? null });
    return signInTokenResource(ctx, row, token);
  });

  routes.post(
    '/v1/sign_in_tokens/:sign_in_token_id/revoke',
    { ...common, summary: 'Revoke a sign-in token', params: pathParams('sign_in_token_id') },
    async (ctx, { params }) => signInTokenResource(ctx, await revokeSignInToken(ctx, params.sign_in_token_id)),
  );
}
