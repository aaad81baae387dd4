import type { SignedInSessionResource } from '@foyer/js/types';
import { useClerkState } from '../context.ts';

/** Whether a session with an open task, such as choosing an organization, counts as signed out; it does unless told. */
export interface PendingSessionOptions {
  treatPendingAsSignedOut?: boolean;
}

export type UseSessionReturn =
  | { isLoaded: false; isSignedIn: undefined; session: undefined }
  | { isLoaded: true; isSignedIn: false; session: null }
  | { isLoaded: true; isSignedIn: true; session: SignedInSessionResource };

/** The active session. Docs: reference/hooks/use-session. */
export function useSession(options: PendingSessionOptions = {}): UseSessionReturn {
  const { resources, initialState, store } = useClerkState('useSession()');
  const session = resources ? resources.session : initialState?.session;
  if (session === undefined) return { isLoaded: false, isSignedIn: undefined, session: undefined };
  const hidesPending = options.treatPendingAsSignedOut ?? store.option('treatPendingAsSignedOut') ?? true;
  if (session === null || (session.status === 'pending' && hidesPending)) return { isLoaded: true, isSignedIn: false, session: null };
  return { isLoaded: true, isSignedIn: true, session };
}
