import type { LoadedClerk } from '@foyer/js/types';
import { useClerkState } from '../context.ts';

/**
 * The Clerk object, for what no other hook or component does. Its methods may be called before it has
 * loaded; its properties are there afterwards (`clerk.loaded`). Docs: reference/hooks/use-clerk.
 */
export function useClerk(): LoadedClerk {
  return useClerkState('useClerk()').clerk;
}
