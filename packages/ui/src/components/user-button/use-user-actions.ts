import type { SignedInSessionResource, UserButtonProps } from '@foyer/js/types';
import { useScope } from '../../foundation/scope.ts';

/** What the menu can do. */
export function useUserActions() {
  const { clerk, environment, options, props } = useScope<UserButtonProps>();
  const { displayConfig, authConfig } = environment;
  const single = authConfig.singleSessionMode;

  return {
    /** Opens the profile, at one of its pages if named. */
    async manageAccount(page?: string) {
      if (props.userProfileMode === 'navigation') {
        const url = props.userProfileUrl ?? displayConfig.userProfileUrl;
        await clerk.navigate(clerk.buildUrlWithAuth(page ? `${url.replace(/\/$/, '')}/${page}` : url));
        return;
      }
      clerk.openUserProfile({ ...props.userProfileProps, ...(page && { __experimental_startPath: page }) });
    },

    /** Signs the current account out; others of the same browser stay. */
    async signOut() {
      const last = single || clerk.client.signedInSessions.length < 2;
      if (last) return clerk.signOut({ redirectUrl: props.afterSignOutUrl ?? clerk.buildAfterSignOutUrl() });
      return clerk.signOut({
        sessionId: clerk.session?.id,
        redirectUrl: props.afterMultiSessionSingleSignOutUrl ?? clerk.buildAfterMultiSessionSingleSignOutUrl(),
      });
    },

    signOutAll: () => clerk.signOut({ redirectUrl: props.afterSignOutUrl ?? clerk.buildAfterSignOutUrl() }),

    addAccount: () => clerk.navigate(clerk.buildUrlWithAuth(props.signInUrl ?? options.signInUrl ?? displayConfig.signInUrl)),

    switchTo: (session: SignedInSessionResource) =>
      clerk.setActive({ session, redirectUrl: props.afterSwitchSessionUrl ?? displayConfig.afterSwitchSessionUrl }),
  };
}

export type UserActions = ReturnType<typeof useUserActions>;
