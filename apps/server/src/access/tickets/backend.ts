import { apiError } from '@foyer/protocol/errors';
import { ActorToken, SignInToken } from '@foyer/protocol/schemas/backend/tokens';
import { bodyParams, MaybeText, pathParams } from '@foyer/protocol/schemas/requests/parts';
import { nullable, Text } from '@foyer/protocol/schemas/parts';
import { Type } from 'typebox';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { actorTokenResource, signInTokenResource } from './resource.ts';
import { createActorToken, createSignInToken, revokeToken } from './service.ts';

/** Who acts: `sub` says it, the rest is for the application to read in its tokens. */
const Actor = Type.Object({ sub: Type.String({ minLength: 1 }) }, { additionalProperties: true });
const seconds = (description: string) => Type.Optional(nullable(Type.Integer({ minimum: 1, description })));

const CreateSignInTokenParams = bodyParams('CreateSignInTokenParams', {
  user_id: Text,
  org_id: MaybeText,
  expires_in_seconds: seconds('Default 2592000: 30 days.'),
});

const CreateActorTokenParams = bodyParams('CreateActorTokenParams', {
  user_id: Text,
  actor: Actor,
  expires_in_seconds: seconds('Default 3600: one hour.'),
  session_max_duration_in_seconds: seconds('Default 1800: half an hour.'),
});

/** Single-use tokens by which a server signs someone in. */
export function signInTokenBackendRoutes(routes: BackendRoutes): void {
  const common = { tag: 'Sign-in Tokens', response: SignInToken };

  routes.post('/v1/sign_in_tokens', { ...common, summary: 'Create a sign-in token', body: CreateSignInTokenParams }, async (ctx, { body }) => {
    if (body.org_id) throw apiError('feature_not_implemented', { param: 'org_id', longMessage: 'A sign-in token cannot choose an organization yet. Leave out org_id, and activate the organization after the sign-in.' });
    const { row, token } = await createSignInToken(ctx, { userId: body.user_id, expiresIn: body.expires_in_seconds ?? null });
    return signInTokenResource(ctx, row, token);
  });

  routes.post(
    '/v1/sign_in_tokens/:sign_in_token_id/revoke',
    { ...common, summary: 'Revoke a sign-in token', params: pathParams('sign_in_token_id') },
    async (ctx, { params }) => signInTokenResource(ctx, await revokeToken(ctx, 'sign_in_token', params.sign_in_token_id)),
  );
}

/** Single-use tokens by which somebody acts as a user. */
export function actorTokenBackendRoutes(routes: BackendRoutes): void {
  const common = { tag: 'Actor Tokens', response: ActorToken };

  routes.post('/v1/actor_tokens', { ...common, summary: 'Create an actor token', body: CreateActorTokenParams }, async (ctx, { body }) => {
    const { user_id: userId, actor, expires_in_seconds: expiresIn, session_max_duration_in_seconds: sessionMaxDuration } = body;
    const { row, token } = await createActorToken(ctx, { userId, actor, expiresIn: expiresIn ?? null, sessionMaxDuration: sessionMaxDuration ?? null });
    return actorTokenResource(ctx, row, token);
  });

  const one = { ...common, params: pathParams('actor_token_id') };
  routes.post('/v1/actor_tokens/:actor_token_id/revoke', { ...one, summary: 'Revoke an actor token' }, async (ctx, { params }) =>
    actorTokenResource(ctx, await revokeToken(ctx, 'actor_token', params.actor_token_id)),
  );
}
