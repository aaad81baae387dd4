import type {
  LoadedClerk, OrganizationMembershipResource, OrganizationSuggestionResource, SetActive, UserOrganizationInvitationResource,
} from '@foyer/js/types';
import { useClerkState } from '../context.ts';
import { usePages, type PagesParams, type PaginatedResources } from './use-pages.ts';

export interface UseOrganizationListParams {
  userMemberships?: PagesParams;
  userInvitations?: PagesParams<{ status?: string }>;
  userSuggestions?: PagesParams<{ status?: string | string[] }>;
}

/** The lists stay empty unless the parameter of the same name asks for them. */
interface Lists {
  userMemberships: PaginatedResources<OrganizationMembershipResource>;
  userInvitations: PaginatedResources<UserOrganizationInvitationResource>;
  userSuggestions: PaginatedResources<OrganizationSuggestionResource>;
}

export type UseOrganizationListReturn = Lists & (
  | { isLoaded: false; createOrganization: undefined; setActive: undefined }
  | { isLoaded: true; createOrganization: LoadedClerk['createOrganization']; setActive: SetActive }
);

/** The organizations that the user belongs to, is invited to or could join. Docs: reference/hooks/use-organization-list. */
export function useOrganizationList(params: UseOrganizationListParams = {}): UseOrganizationListReturn {
  const { resources, clerk } = useClerkState('useOrganizationList()');
  const user = resources?.user;
  const lists: Lists = {
    userMemberships: usePages(user?.id, params.userMemberships, user ? (page) => user.getOrganizationMemberships(page) : undefined),
    userInvitations: usePages(user?.id, params.userInvitations, user ? (page) => user.getOrganizationInvitations(page) : undefined),
    userSuggestions: usePages(user?.id, params.userSuggestions, user ? (page) => user.getOrganizationSuggestions(page) : undefined),
  };
  if (!resources) return { ...lists, isLoaded: false, createOrganization: undefined, setActive: undefined };
  return { ...lists, isLoaded: true, createOrganization: clerk.createOrganization, setActive: clerk.setActive };
}
