/** Children that depend on whether the Clerk object is there yet. */
import type { ReactNode } from 'react';
import { useClerkState } from '../context.ts';

interface Props {
  children?: ReactNode;
}

/** Shows its children once the Clerk object can be used. Docs: reference/components/control/clerk-loaded. */
export function ClerkLoaded({ children }: Props): ReactNode {
  const { status } = useClerkState('<ClerkLoaded>');
  return status === 'ready' || status === 'degraded' ? children : null;
}

/** Shows its children until then. Docs: reference/components/control/clerk-loading. */
export function ClerkLoading({ children }: Props): ReactNode {
  return useClerkState('<ClerkLoading>').status === 'loading' ? children : null;
}

/** Shows its children while only a part of it works. Docs: reference/components/control/clerk-degraded. */
export function ClerkDegraded({ children }: Props): ReactNode {
  return useClerkState('<ClerkDegraded>').status === 'degraded' ? children : null;
}

/** Shows its children when it could not be loaded. Docs: reference/components/control/clerk-failed. */
export function ClerkFailed({ children }: Props): ReactNode {
  return useClerkState('<ClerkFailed>').status === 'error' ? children : null;
}
