import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { BackendOrganization, BackendOrganizations, BackendOrganizationWithLogo } from '@foyer/protocol/schemas/backend/organization';
import { CreateOrganizationParams, GetOrganizationQuery, ListOrganizationsQuery, OrganizationMetadataParams, UpdateOrganizationParams } from '@foyer/protocol/schemas/requests/organizations';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { Context } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { readUpload } from '../../people/images/service.ts';
import { managedOrganizations } from '../memberships/service.ts';
import { changesByServer, newByServer, replacedMetadata } from './by-server.ts';
import { createOrganization } from './create.ts';
import { getOrganization, requireOrganizations } from './find.ts';
import { listOrganizations } from './list.ts';
import { removeLogo, setLogo } from './logo.ts';
import { deleteOrganization } from './remove.ts';
import { backendOrganizationResource } from './resource.ts';
import type { OrganizationRow } from './tables.ts';
import { mergeOrganizationMetadata, updateOrganization } from './update.ts';

const options = { tag: 'Organizations', response: BackendOrganization };
const one = { ...options, params: pathParams('organization_id') };
const PATH = '/v1/organizations/:organization_id';

/** Organizations, for servers. */
export function organizationBackendRoutes(routes: BackendRoutes): void {
  routes.get('/v1/organizations', { ...options, summary: 'List organizations', query: ListOrganizationsQuery, response: BackendOrganizations }, async (ctx, { query }) => {
    requireOrganizations(ctx);
    const { rows, total } = await listOrganizations(ctx, query);
    return { data: await resources(ctx, rows, query), total_count: total };
  });

  routes.post('/v1/organizations', { ...options, summary: 'Create an organization', body: CreateOrganizationParams }, async (ctx, { body }) => {
    requireOrganizations(ctx);
    return backendOrganizationResource(ctx, await createOrganization(ctx, await newByServer(ctx, body)));
  });

  routes.get(PATH, { ...one, summary: 'Get an organization, by its id or slug', query: GetOrganizationQuery }, async (ctx, { params, query }) => {
    requireOrganizations(ctx);
    const [found] = await resources(ctx, [await getOrganization(ctx, params.organization_id)], query);
    return found;
  });

  routes.patch(PATH, { ...one, summary: 'Change an organization', body: UpdateOrganizationParams }, async (ctx, { params, body }) => {
    requireOrganizations(ctx);
    return backendOrganizationResource(ctx, await updateOrganization(ctx, params.organization_id, changesByServer(ctx, body)));
  });

  routes.delete(PATH, { ...one, summary: 'Delete an organization', response: BackendDeletedObject }, async (ctx, { params }) => {
    requireOrganizations(ctx);
    const { id, slug } = await deleteOrganization(ctx, params.organization_id);
    return { object: 'organization', id, slug, deleted: true };
  });

  const metadata = { ...one, body: OrganizationMetadataParams };
  routes.patch(`${PATH}/metadata`, { ...metadata, summary: 'Merge into the metadata of an organization' }, async (ctx, { params, body }) => {
    requireOrganizations(ctx);
    return backendOrganizationResource(ctx, await mergeOrganizationMetadata(ctx, params.organization_id, body));
  });
  routes.put(`${PATH}/metadata`, { ...metadata, summary: 'Replace the metadata of an organization' }, async (ctx, { params, body }) => {
    requireOrganizations(ctx);
    return backendOrganizationResource(ctx, await updateOrganization(ctx, params.organization_id, replacedMetadata(body)));
  });

  routes.put(`${PATH}/logo`, { ...one, summary: 'Set the logo of an organization', response: BackendOrganizationWithLogo }, async (ctx, { params, request }) => {
    requireOrganizations(ctx);
    return backendOrganizationResource(ctx, await setLogo(ctx, params.organization_id, await readUpload(request)));
  });
  routes.delete(`${PATH}/logo`, { ...one, summary: 'Remove the logo of an organization' }, async (ctx, { params }) => {
    requireOrganizations(ctx);
    return backendOrganizationResource(ctx, (await removeLogo(ctx, params.organization_id)).organization);
  });
}

async function resources(ctx: Context, rows: readonly OrganizationRow[], query: GetOrganizationQuery) {
  const asksForManagers = query.include_missing_member_with_elevated_permissions === true && rows.length > 0;
  const managed = asksForManagers ? await managedOrganizations(ctx, rows.map(({ id }) => id)) : null;
  return rows.map((row) => backendOrganizationResource(ctx, row, { membersCount: query.include_members_count, ...(managed ? { missingManager: !managed.has(row.id) } : {}) }));
}
