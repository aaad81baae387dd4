/** Components that go somewhere else as soon as the Clerk object knows where that is. They show nothing. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { HandleOAuthCallbackParams, LoadedClerk, SignInRedirectOptions, SignUpRedirectOptions, TasksRedirectOptions } from '@foyer/js/types';
import { useClerkState } from '../context.ts';

function useOnceLoaded(caller: string, go: (clerk: LoadedClerk) => unknown): null {
  const { clerk, resources } = useClerkState(caller);
  const isLoaded = resources !== undefined;
  const gone = useRef<LoadedClerk>(undefined);
  useEffect(() => {
    // Where to go is decided once; React's strict mode, or properties that change afterwards, are no reason to go again.
    if (!isLoaded || gone.current === clerk) return;
    gone.current = clerk;
    void go(clerk);
  }, [isLoaded, clerk]);
  return null;
}

/** Docs: reference/components/control/redirect-to-sign-in. */
export function RedirectToSignIn(props: SignInRedirectOptions): ReactNode {
  return useOnceLoaded('<RedirectToSignIn>', (clerk) => {
    // Other accounts are still signed in here: the person picks one of them instead.
    const hasOtherSessions = clerk.session === null && clerk.client.signedInSessions.length > 0;
    return hasOtherSessions ? clerk.redirectToAfterSignOut() : clerk.redirectToSignIn(props);
  });
}

/** Docs: reference/components/control/redirect-to-sign-up. */
export function RedirectToSignUp(props: SignUpRedirectOptions): ReactNode {
  return useOnceLoaded('<RedirectToSignUp>', (clerk) => clerk.redirectToSignUp(props));
}

/** Docs: reference/components/control/redirect-to-tasks. */
export function RedirectToTasks(props: TasksRedirectOptions): ReactNode {
  return useOnceLoaded('<RedirectToTasks>', (clerk) => clerk.redirectToTasks(props));
}

/** @deprecated Call `clerk.redirectToUserProfile()`. */
export function RedirectToUserProfile(): ReactNode {
  return useOnceLoaded('<RedirectToUserProfile>', (clerk) => clerk.redirectToUserProfile());
}

/** @deprecated Call `clerk.redirectToOrganizationProfile()`. */
export function RedirectToOrganizationProfile(): ReactNode {
  return useOnceLoaded('<RedirectToOrganizationProfile>', (clerk) => clerk.redirectToOrganizationProfile());
}

/** @deprecated Call `clerk.redirectToCreateOrganization()`. */
export function RedirectToCreateOrganization(): ReactNode {
  return useOnceLoaded('<RedirectToCreateOrganization>', (clerk) => clerk.redirectToCreateOrganization());
}

/** Completes a sign-in with a provider, at the place it returns to. Docs: reference/components/control/authenticate-with-redirect-callback. */
export function AuthenticateWithRedirectCallback(props: HandleOAuthCallbackParams): ReactNode {
  return useOnceLoaded('<AuthenticateWithRedirectCallback>', (clerk) => clerk.handleRedirectCallback(props));
}
