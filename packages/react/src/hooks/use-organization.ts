import type {
  GetDomainsParams, GetInvitationsParams, GetMembershipRequestParams, GetMembersParams, OrganizationDomainResource, OrganizationInvitationResource,
  OrganizationMembershipRequestResource, OrganizationMembershipResource, OrganizationResource,
} from '@foyer/js/types';
import { useClerkState } from '../context.ts';
import { UNKNOWN_PAGES, type IsInfinite, type PagesParams, type PaginatedResources, type UnknownPages } from './pages.ts';
import { usePages } from './use-pages.ts';

/** Nothing is fetched that is not asked for. */
export interface UseOrganizationParams {
  domains?: PagesParams<GetDomainsParams>;
  membershipRequests?: PagesParams<GetMembershipRequestParams>;
  memberships?: PagesParams<GetMembersParams>;
  invitations?: PagesParams<GetInvitationsParams>;
}

interface Unknown {
  domains: UnknownPages<OrganizationDomainResource>;
  membershipRequests: UnknownPages<OrganizationMembershipRequestResource>;
  memberships: UnknownPages<OrganizationMembershipResource>;
  invitations: UnknownPages<OrganizationInvitationResource>;
}

export type UseOrganizationReturn<Params extends UseOrganizationParams> =
  | (Unknown & { isLoaded: false; organization: undefined; membership: undefined })
  /** As a server said it, before the Clerk object has loaded. */
  | (Unknown & { isLoaded: true; organization: OrganizationResource; membership: undefined })
  | {
      isLoaded: true;
      organization: OrganizationResource | null;
      /** The signed-in user's own. */
      membership: OrganizationMembershipResource | null | undefined;
      /** Only with the parameter of the same name. */
      domains: PaginatedResources<OrganizationDomainResource, IsInfinite<Params['domains']>> | null;
      membershipRequests: PaginatedResources<OrganizationMembershipRequestResource, IsInfinite<Params['membershipRequests']>> | null;
      memberships: PaginatedResources<OrganizationMembershipResource, IsInfinite<Params['memberships']>> | null;
      invitations: PaginatedResources<OrganizationInvitationResource, IsInfinite<Params['invitations']>> | null;
    };

const UNKNOWN: Unknown = { domains: UNKNOWN_PAGES, membershipRequests: UNKNOWN_PAGES, memberships: UNKNOWN_PAGES, invitations: UNKNOWN_PAGES };

/** The active organization, with its members, invitations, domains and requests when asked for. Docs: reference/hooks/use-organization. */
export function useOrganization<Params extends UseOrganizationParams>(params?: Params): UseOrganizationReturn<Params> {
  const { domains, membershipRequests, memberships, invitations }: UseOrganizationParams = params ?? {};
  const { resources, initialState } = useClerkState('useOrganization()');
  const organization = resources?.organization;
  const lists = {
    domains: usePages<OrganizationDomainResource, IsInfinite<Params['domains']>>(organization?.id, domains, organization?.getDomains),
    membershipRequests: usePages<OrganizationMembershipRequestResource, IsInfinite<Params['membershipRequests']>>(
      organization?.id, membershipRequests, organization?.getMembershipRequests,
    ),
    memberships: usePages<OrganizationMembershipResource, IsInfinite<Params['memberships']>>(organization?.id, memberships, organization?.getMemberships),
    invitations: usePages<OrganizationInvitationResource, IsInfinite<Params['invitations']>>(organization?.id, invitations, organization?.getInvitations),
  };

  if (organization === undefined) {
    // While one session or organization follows another, what a server said counts no more.
    const told = resources ? undefined : initialState?.organization;
    if (told) return { ...UNKNOWN, isLoaded: true, organization: told, membership: undefined };
    if (told === undefined) return { ...UNKNOWN, isLoaded: false, organization: undefined, membership: undefined };
  }
  const membership = organization && resources?.user?.organizationMemberships.find((entry) => entry.organization.id === organization.id);
  return {
    isLoaded: true,
    organization: organization ?? null,
    membership: membership ?? null,
    domains: organization && domains ? lists.domains : null,
    membershipRequests: organization && membershipRequests ? lists.membershipRequests : null,
    memberships: organization && memberships ? lists.memberships : null,
    invitations: organization && invitations ? lists.invitations : null,
  };
}
