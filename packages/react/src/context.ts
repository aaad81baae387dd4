/** How hooks and components reach the provider above them. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LoadedClerk } from '@foyer/js/types';
import type { InitialState } from './auth-state.ts';
import type { BrowserClerk } from './clerk/options.ts';
import type { ClerkSnapshot, ClerkStore } from './clerk/store.ts';

export interface ClerkContextValue {
  store: ClerkStore;
  /** Who is signed in according to the server that rendered the page. */
  initialState: InitialState | undefined;
}

export const ClerkContext = createContext<ClerkContextValue | null>(null);
ClerkContext.displayName = 'ClerkContext';

/**
 * The provider's context.
 * @param caller what to name in the error, e.g. `useUser()`
 * @throws outside a provider
 */
export function useClerkContext(caller: string): ClerkContextValue {
  const context = useContext(ClerkContext);
  if (!context) throw new Error(`${caller} can only be used inside <ClerkProvider>. Put the provider around the whole app.`);
  return context;
}

/** The provider's Clerk object and its present state; renders again when that changes. */
export function useClerkState(caller: string): ClerkContextValue & ClerkSnapshot & { clerk: LoadedClerk & BrowserClerk } {
  const context = useClerkContext(caller);
  const { store } = context;
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getServerSnapshot);
  return { ...context, ...snapshot, clerk: store.clerk };
}
