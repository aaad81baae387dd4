import { BackendOrganizationMembership, BackendOrganizationMemberships } from '@foyer/protocol/schemas/backend/organization';
import { CreateMembershipParams, ListAllMembershipsQuery, ListMembershipsQuery, OrganizationMetadataParams, UpdateMembershipParams } from '@foyer/protocol/schemas/requests/organizations';
import { Pagination, pathParams } from '@foyer/protocol/schemas/requests/parts';
import Type from 'typebox';
import type { Context } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { getUser } from '../../people/users/service.ts';
import { getOrganization, mergedMetadata, replacedMetadata, requireOrganizations } from '../organizations/service.ts';
import { addMember, changeMetadata, changeRole, removeMember } from './change.ts';
import { completedOne, listMembers, listMembershipsOf, type Page } from './list.ts';
import { backendMembershipResource, type MembershipAggregate } from './resource.ts';
import type { Membership } from './store.ts';

const tag = 'Organization Memberships';
const members = { tag, params: pathParams('organization_id') };
const member = { tag, params: pathParams('organization_id', 'user_id'), response: BackendOrganizationMembership };
const MEMBERS = '/v1/organizations/:organization_id/memberships';

/** The members of an organization, for servers. */
export function memberBackendRoutes(routes: BackendRoutes): void {
  routes.get(MEMBERS, { ...members, summary: 'List the members of an organization', query: ListMembershipsQuery, response: BackendOrganizationMemberships }, async (ctx, { params, query }) => {
    requireOrganizations(ctx);
    const { id } = await getOrganization(ctx, params.organization_id);
    const { order_by: orderBy, limit, offset, ...filters } = query;
    return pageResource(ctx, await listMembers(ctx, id, filters, { orderBy, limit, offset }));
  });

  routes.post(MEMBERS, { ...members, summary: 'Add a member to an organization', body: CreateMembershipParams, response: BackendOrganizationMembership }, async (ctx, { params, body }) => {
    requireOrganizations(ctx);
    const { public_metadata: publicMetadata = {}, private_metadata: privateMetadata = {} } = replacedMetadata(body);
    const wanted = { organizationId: params.organization_id, userId: body.user_id, role: body.role, publicMetadata, privateMetadata };
    return resource(ctx, await addMember(ctx, wanted));
  });

  routes.patch(`${MEMBERS}/:user_id`, { ...member, summary: 'Change the role of a member', body: UpdateMembershipParams }, async (ctx, { params, body }) => {
    requireOrganizations(ctx);
    return resource(ctx, await changeRole(ctx, params.organization_id, params.user_id, body.role));
  });

  routes.delete(`${MEMBERS}/:user_id`, { ...member, summary: 'Remove a member from an organization' }, async (ctx, { params }) => {
    requireOrganizations(ctx);
    return resource(ctx, await removeMember(ctx, params.organization_id, params.user_id));
  });

  routes.patch(`${MEMBERS}/:user_id/metadata`, { ...member, summary: 'Merge into the metadata of a membership', body: OrganizationMetadataParams }, async (ctx, { params, body }) => {
    requireOrganizations(ctx);
    return resource(ctx, await changeMetadata(ctx, params.organization_id, params.user_id, (membership) => mergedMetadata(membership, body)));
  });
}

/** Memberships wherever they are, for servers. */
export function membershipListBackendRoutes(routes: BackendRoutes): void {
  const all = { tag, summary: 'List the memberships of all organizations', query: ListAllMembershipsQuery, response: BackendOrganizationMemberships };
  routes.get('/v1/organization_memberships', all, async (ctx, { query: { order_by: orderBy, limit, offset } }) => {
    requireOrganizations(ctx);
    return pageResource(ctx, await listMembers(ctx, null, {}, { orderBy, limit, offset }));
  });

  const ofUser = { tag: 'Users', summary: 'List a user’s memberships', params: pathParams('user_id'), query: Type.Object(Pagination), response: BackendOrganizationMemberships };
  routes.get('/v1/users/:user_id/organization_memberships', ofUser, async (ctx, { params, query }) => {
    const { id } = await getUser(ctx, params.user_id);
    return pageResource(ctx, await listMembershipsOf(ctx, id, query));
  });
}

async function resource(ctx: Context, membership: Membership) {
  return backendMembershipResource(ctx, await completedOne(ctx, membership));
}

function pageResource(ctx: Context, { items, total }: Page<MembershipAggregate>) {
  return { data: items.map((one) => backendMembershipResource(ctx, one)), total_count: total };
}
