import type { OrganizationInvitationResource, OrganizationInvitationStatus, OrganizationMembershipResource, OrganizationResource } from '@foyer/js/types';
import { useClerkState } from '../context.ts';
import { usePages, type PagesParams, type PaginatedResources } from './use-pages.ts';

export interface UseOrganizationParams {
  memberships?: PagesParams<{ role?: string[]; query?: string }>;
  invitations?: PagesParams<{ status?: OrganizationInvitationStatus[] }>;
}

export interface UseOrganizationReturn {
  isLoaded: boolean;
  organization: OrganizationResource | null | undefined;
  /** The signed-in user's own. */
  membership: OrganizationMembershipResource | null | undefined;
  /** Only with the parameter of the same name. */
  memberships: PaginatedResources<OrganizationMembershipResource> | null;
  invitations: PaginatedResources<OrganizationInvitationResource> | null;
}

/** The active organization, with its members and invitations when asked for. Docs: reference/hooks/use-organization. */
export function useOrganization(params: UseOrganizationParams = {}): UseOrganizationReturn {
  const { resources, initialState } = useClerkState('useOrganization()');
  const organization = resources ? resources.organization : initialState?.organization;
  const membership = organization && (resources?.user?.organizationMemberships.find((entry) => entry.organization.id === organization.id) ?? null);
  const memberships = usePages(organization?.id, params.memberships, organization ? (page) => organization.getMemberships(page) : undefined);
  const invitations = usePages(organization?.id, params.invitations, organization ? (page) => organization.getInvitations(page) : undefined);
  return {
    isLoaded: organization !== undefined,
    organization,
    membership,
    memberships: params.memberships ? memberships : null,
    invitations: params.invitations ? invitations : null,
  };
}
