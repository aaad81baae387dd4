import { apiError } from '@foyer/protocol/errors';
import { CreateMyOrganizationParams, UpdateMyOrganizationParams } from '@foyer/protocol/schemas/requests/organizations';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { Organization } from '@foyer/protocol/schemas/resources/organization';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { readUpload } from '../../people/images/service.ts';
import { requireBelonging } from '../memberships/service.ts';
import { checkName } from './checks.ts';
import { createOwnOrganization } from './create.ts';
import { requireOrganizations } from './find.ts';
import { removeLogo, setLogo } from './logo.ts';
import { deleteOrganization } from './remove.ts';
import { organizationResource } from './resource.ts';
import { checkSlug } from './slug.ts';
import { updateOrganization, type OrganizationChanges } from './update.ts';

const options = { tag: 'Organizations', asker: 'user', response: Organization } as const;
const one = { ...options, params: pathParams('organization_id') } as const;
const PATH = '/v1/organizations/:organization_id';

/** The organizations of the person who is signed in. */
export function organizationRoutes(routes: FrontendRoutes): void {
  routes.post('/v1/organizations', { ...options, summary: 'Create an organization', body: CreateMyOrganizationParams }, async (ctx, { body }) => {
    requireOrganizations(ctx);
    const wanted = { name: checkName(body.name), slug: body.slug ? checkSlug(ctx, body.slug) : null };
    return organizationResource(ctx, await createOwnOrganization(ctx, askingUser(ctx).userId, wanted));
  });

  routes.get(PATH, { ...one, summary: 'Get an organization' }, async (ctx, { params }) =>
    organizationResource(ctx, (await requireBelonging(ctx, params.organization_id)).organization),
  );

  routes.patch(PATH, { ...one, summary: 'Change an organization', body: UpdateMyOrganizationParams }, async (ctx, { params, body }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id, 'org:sys_profile:manage');
    const changes: OrganizationChanges = {};
    if (body.name != null) changes.name = checkName(body.name);
    // Forms carry the slug along, changed or not.
    if (body.slug != null && body.slug !== organization.slug) changes.slug = checkSlug(ctx, body.slug);
    return organizationResource(ctx, await updateOrganization(ctx, organization.id, changes));
  });

  routes.delete(PATH, { ...one, summary: 'Delete an organization', response: DeletedObject }, async (ctx, { params }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id, 'org:sys_profile:delete');
    if (!organization.admin_delete_enabled) throw apiError('organization_admin_delete_not_enabled');
    const { id, slug } = await deleteOrganization(ctx, organization.id);
    return { object: 'organization', id, slug, deleted: true };
  });

  routes.put(`${PATH}/logo`, { ...one, summary: 'Set the logo of an organization' }, async (ctx, { params, request }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id, 'org:sys_profile:manage');
    return organizationResource(ctx, await setLogo(ctx, organization.id, await readUpload(request)));
  });

  routes.delete(`${PATH}/logo`, { ...one, summary: 'Remove the logo of an organization', response: DeletedObject }, async (ctx, { params }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id, 'org:sys_profile:manage');
    return { object: 'image', id: (await removeLogo(ctx, organization.id)).imageId, deleted: true };
  });
}
