import type { UserResource } from '@foyer/js/types';
import { useClerkState } from '../context.ts';

export type UseUserReturn =
  | { isLoaded: false; isSignedIn: undefined; user: undefined }
  | { isLoaded: true; isSignedIn: false; user: null }
  | { isLoaded: true; isSignedIn: true; user: UserResource };

/** The signed-in user. Docs: reference/hooks/use-user. */
export function useUser(): UseUserReturn {
  const { resources, initialState } = useClerkState('useUser()');
  const user = resources ? resources.user : initialState?.user;
  if (user === undefined) return { isLoaded: false, isSignedIn: undefined, user: undefined };
  if (user === null) return { isLoaded: true, isSignedIn: false, user: null };
  return { isLoaded: true, isSignedIn: true, user };
}
