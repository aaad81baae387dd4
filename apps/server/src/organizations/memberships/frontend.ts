import { apiError } from '@foyer/protocol/errors';
import { AddMemberParams, ChangeMemberParams, ListMembersQuery, ListMyMembershipsQuery } from '@foyer/protocol/schemas/requests/organizations';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { DeletedObject } from '@foyer/protocol/schemas/resources/deleted-object';
import { OrganizationMembership, OrganizationMemberships, type OrganizationMembershipResource } from '@foyer/protocol/schemas/resources/organization';
import type { Context } from '../../platform/context.ts';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { requireOrganizations } from '../organizations/service.ts';
import { addMember, changeRole, removeMember } from './change.ts';
import { requireBelonging } from './find.ts';
import { leaveOrganization } from './leave.ts';
import { completedOne, listMembers, listMembershipsOf, type Page } from './list.ts';
import { membershipResource, type MembershipAggregate } from './resource.ts';
import type { Membership } from './store.ts';

const members = { tag: 'Organization Memberships', asker: 'user', params: pathParams('organization_id') } as const;
const member = { ...members, params: pathParams('organization_id', 'user_id'), response: OrganizationMembership } as const;
const MEMBERS = '/v1/organizations/:organization_id/memberships';
const MANAGE = 'org:sys_memberships:manage';

/** The members of an organization, for those who may see and change them. */
export function memberRoutes(routes: FrontendRoutes): void {
  routes.get(MEMBERS, { ...members, summary: 'List the members of an organization', query: ListMembersQuery, response: OrganizationMemberships }, async (ctx, { params, query }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id, 'org:sys_memberships:read');
    const { limit, offset, paginated, query: text, role } = query;
    const filters = { ...(text ? { query: text } : {}), ...(role === undefined ? {} : { role: [role].flat() }) };
    return pageResource(ctx, await listMembers(ctx, organization.id, filters, { limit, offset, orderBy: '-created_at' }), paginated);
  });

  routes.post(MEMBERS, { ...members, summary: 'Add a member to an organization', body: AddMemberParams, response: OrganizationMembership }, async (ctx, { params, body }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id, MANAGE);
    const wanted = { organizationId: organization.id, userId: required('user_id', body.user_id), role: required('role', body.role) };
    return resource(ctx, await addMember(ctx, wanted));
  });

  routes.patch(`${MEMBERS}/:user_id`, { ...member, summary: 'Change the role of a member', body: ChangeMemberParams }, async (ctx, { params, body }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id, MANAGE);
    return resource(ctx, await changeRole(ctx, organization.id, params.user_id, required('role', body.role)));
  });

  routes.delete(`${MEMBERS}/:user_id`, { ...member, summary: 'Remove a member from an organization' }, async (ctx, { params }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id, MANAGE);
    return resource(ctx, await removeMember(ctx, organization.id, params.user_id));
  });
}

/** What the person who is signed in belongs to. */
export function myMembershipRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Me', asker: 'user' } as const;
  routes.get('/v1/me/organization_memberships', { ...options, summary: 'List the current user’s memberships', query: ListMyMembershipsQuery, response: OrganizationMemberships }, async (ctx, { query }) => {
    requireOrganizations(ctx);
    return pageResource(ctx, await listMembershipsOf(ctx, askingUser(ctx).userId, query), query.paginated);
  });

  const leave = { ...options, asker: 'self', summary: 'Leave an organization', params: pathParams('organization_id'), response: DeletedObject } as const;
  routes.delete('/v1/me/organization_memberships/:organization_id', leave, async (ctx, { params }) => {
    const { organization } = await requireBelonging(ctx, params.organization_id);
    const { id } = await leaveOrganization(ctx, organization.id, askingUser(ctx).userId);
    return { object: 'organization_membership', id, deleted: true };
  });
}

async function resource(ctx: Context, membership: Membership): Promise<OrganizationMembershipResource> {
  return membershipResource(ctx, await completedOne(ctx, membership));
}

function pageResource(ctx: Context, { items, total }: Page<MembershipAggregate>, paginated: boolean | undefined) {
  const data = items.map((one) => membershipResource(ctx, one));
  return paginated ? { data, total_count: total } : data;
}

function required(param: string, value: string | null | undefined): string {
  if (!value) throw apiError('form_param_missing', { param });
  return value;
}
