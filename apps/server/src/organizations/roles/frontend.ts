import { ListRolesQuery } from '@foyer/protocol/schemas/requests/organizations';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { Roles } from '@foyer/protocol/schemas/resources/organization';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { requireBelonging } from '../memberships/service.ts';
import { roleResource } from './resource.ts';
import { listRoles } from './service.ts';

/** The roles that members of an organization may have. */
export function roleRoutes(routes: FrontendRoutes): void {
  const list = { tag: 'Organizations', asker: 'user', summary: 'List the roles in an organization', params: pathParams('organization_id'), query: ListRolesQuery, response: Roles } as const;
  routes.get('/v1/organizations/:organization_id/roles', list, async (ctx, { params, query }) => {
    await requireBelonging(ctx, params.organization_id);
    const { roles, total } = await listRoles(ctx, query);
    return { data: roles.map(roleResource), total_count: total, has_role_set_migration: false };
  });
}
