import type { SessionResource, SetActive } from '@foyer/js/types';
import { useClerkState } from '../context.ts';

export type UseSessionListReturn =
  | { isLoaded: false; sessions: undefined; setActive: undefined }
  | { isLoaded: true; sessions: SessionResource[]; setActive: SetActive };

/** All sessions of this browser. Docs: reference/hooks/use-session-list. */
export function useSessionList(): UseSessionListReturn {
  const { resources, clerk } = useClerkState('useSessionList()');
  if (!resources) return { isLoaded: false, sessions: undefined, setActive: undefined };
  return { isLoaded: true, sessions: resources.client.sessions, setActive: clerk.setActive };
}
