import { page } from '@foyer/protocol/schemas/backend/lists';
import { Metadata } from '@foyer/protocol/schemas/parts';
import { Pagination } from '@foyer/protocol/schemas/requests/parts';
import Type from 'typebox';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { requireOrganizations } from '../organizations/service.ts';

const NOTHING = { data: [], total_count: 0 };
const query = Type.Object({ ...Pagination, status: Type.Optional(Type.Array(Type.String())) });

/** What the person who is signed in could join. Nobody can be invited yet, nor be suggested anything by their email domain: the lists are empty, and say so. */
export function offerRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Me', asker: 'user', query } as const;
  const invitations = { ...options, summary: 'List the organizations that the current user is invited to', response: page('OrganizationInvitationsOfUser', Metadata) };
  routes.get('/v1/me/organization_invitations', invitations, async (ctx) => {
    requireOrganizations(ctx);
    return NOTHING;
  });

  const suggestions = { ...options, summary: 'List the organizations that are suggested to the current user', response: page('OrganizationSuggestions', Metadata) };
  routes.get('/v1/me/organization_suggestions', suggestions, async (ctx) => {
    requireOrganizations(ctx);
    return NOTHING;
  });
}
