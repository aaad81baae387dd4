import type {
  GetUserOrganizationInvitationsParams, GetUserOrganizationMembershipParams, GetUserOrganizationSuggestionsParams, LoadedClerk,
  OrganizationMembershipResource, OrganizationSuggestionResource, SetActive, UserOrganizationInvitationResource,
} from '@foyer/js/types';
import { useClerkState } from '../context.ts';
import { UNKNOWN_PAGES, type IsInfinite, type PagesParams, type PaginatedResources, type UnknownPages } from './pages.ts';
import { usePages } from './use-pages.ts';

/** Nothing is fetched that is not asked for. */
export interface UseOrganizationListParams {
  userMemberships?: PagesParams<GetUserOrganizationMembershipParams>;
  userInvitations?: PagesParams<GetUserOrganizationInvitationsParams>;
  userSuggestions?: PagesParams<GetUserOrganizationSuggestionsParams>;
}

interface Unknown {
  userMemberships: UnknownPages<OrganizationMembershipResource>;
  userInvitations: UnknownPages<UserOrganizationInvitationResource>;
  userSuggestions: UnknownPages<OrganizationSuggestionResource>;
}

/** The lists stay empty unless the parameter of the same name asks for them. */
export type UseOrganizationListReturn<Params extends UseOrganizationListParams> =
  | (Unknown & { isLoaded: false; createOrganization: undefined; setActive: undefined })
  | {
      isLoaded: true;
      createOrganization: LoadedClerk['createOrganization'];
      setActive: SetActive;
      userMemberships: PaginatedResources<OrganizationMembershipResource, IsInfinite<Params['userMemberships']>>;
      userInvitations: PaginatedResources<UserOrganizationInvitationResource, IsInfinite<Params['userInvitations']>>;
      userSuggestions: PaginatedResources<OrganizationSuggestionResource, IsInfinite<Params['userSuggestions']>>;
    };

/**
 * The organizations that the user belongs to, is invited to or could join; loaded once it is known who that is.
 * Docs: reference/hooks/use-organization-list.
 */
export function useOrganizationList<Params extends UseOrganizationListParams>(params?: Params): UseOrganizationListReturn<Params> {
  const { userMemberships, userInvitations, userSuggestions }: UseOrganizationListParams = params ?? {};
  const { resources, clerk } = useClerkState('useOrganizationList()');
  const user = resources?.user;
  const lists = {
    userMemberships: usePages<OrganizationMembershipResource, IsInfinite<Params['userMemberships']>>(user?.id, userMemberships, user?.getOrganizationMemberships),
    userInvitations: usePages<UserOrganizationInvitationResource, IsInfinite<Params['userInvitations']>>(user?.id, userInvitations, user?.getOrganizationInvitations),
    userSuggestions: usePages<OrganizationSuggestionResource, IsInfinite<Params['userSuggestions']>>(user?.id, userSuggestions, user?.getOrganizationSuggestions),
  };
  if (!user) {
    const unknown: Unknown = { userMemberships: UNKNOWN_PAGES, userInvitations: UNKNOWN_PAGES, userSuggestions: UNKNOWN_PAGES };
    return { ...unknown, isLoaded: false, createOrganization: undefined, setActive: undefined };
  }
  return { ...lists, isLoaded: true, createOrganization: clerk.createOrganization, setActive: clerk.setActive };
}
