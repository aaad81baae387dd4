import { page } from '@foyer/protocol/schemas/backend/lists';
import { Metadata } from '@foyer/protocol/schemas/parts';
import { PaginatedFlag, Pagination, pathParams } from '@foyer/protocol/schemas/requests/parts';
import Type from 'typebox';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { getUser } from './find.ts';

const tag = 'Users';
const params = pathParams('user_id');
const NOTHING = { data: [], total_count: 0 };

/** What else belongs to a user. Nobody can be invited to an organization or connect an account yet: the lists are empty, and say so. */
export function relatedBackendRoutes(routes: BackendRoutes): void {
  routes.get(
    '/v1/users/:user_id/organization_invitations',
    {
      summary: 'List a user’s invitations to organizations',
      tag,
      params,
      query: Type.Object({ ...Pagination, status: Type.Optional(Type.Array(Type.Enum(['pending', 'accepted', 'revoked', 'expired']))) }),
      response: page('UserOrganizationInvitations', Metadata),
    },
    async (ctx, { params }) => {
      await getUser(ctx, params.user_id);
      return NOTHING;
    },
  );

  routes.get(
    '/v1/users/:user_id/oauth_access_tokens/:provider',
    {
      summary: 'List the access tokens that a provider gave a user',
      tag,
      params: pathParams('user_id', 'provider'),
      query: Type.Object({ ...PaginatedFlag, ...Pagination }),
      response: Type.Array(Metadata),
    },
    async (ctx, { params, query }) => {
      await getUser(ctx, params.user_id);
      return query.paginated ? NOTHING : [];
    },
  );
}
