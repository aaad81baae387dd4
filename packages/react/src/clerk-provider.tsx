import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { InitialState } from './auth-state.ts';
import type { ProviderOptions } from './clerk/options.ts';
import { ClerkStore } from './clerk/store.ts';
import { ClerkContext } from './context.ts';

export type ClerkProviderProps = ProviderOptions & {
  children?: ReactNode;
  /** Who is signed in according to the server that rendered the page; frameworks set it. */
  initialState?: InitialState;
};

/**
 * Makes the session and its user known to everything inside, and loads the browser script from the
 * server of the instance. Docs: reference/components/clerk-provider.
 * @throws when it stands inside another provider, or the key is not a publishable key
 */
export function ClerkProvider(props: ClerkProviderProps): ReactNode {
  if (useContext(ClerkContext)) throw new Error('There is a <ClerkProvider> inside another one. A page has one, around the whole app.');
  // Another key is another instance: nothing of the former may be left.
  return <InstanceProvider key={props.publishableKey} {...props} />;
}

function InstanceProvider({ children, initialState, ...options }: ClerkProviderProps): ReactNode {
  const [store] = useState(() => new ClerkStore(options));
  useEffect(() => store.update(options));
  useEffect(() => store.connect(), [store]);
  const value = useMemo(() => ({ store, initialState }), [store, initialState]);
  return <ClerkContext.Provider value={value}>{children}</ClerkContext.Provider>;
}
