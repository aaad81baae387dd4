/** Children that depend on whether someone is signed in. They are hidden, not secret: the browser has them. */
import type { ReactNode } from 'react';
import { useAuth } from '../hooks/use-auth.ts';
import type { PendingSessionOptions } from '../hooks/use-session.ts';

export type SignedInProps = PendingSessionOptions & { children?: ReactNode };

/** Shows its children to someone who is signed in. Docs: reference/components/control/signed-in. */
export function SignedIn({ children, ...options }: SignedInProps): ReactNode {
  return useAuth(options).isSignedIn ? children : null;
}

/** Shows its children to someone who is not. Docs: reference/components/control/signed-out. */
export function SignedOut({ children, ...options }: SignedInProps): ReactNode {
  return useAuth(options).isSignedIn === false ? children : null;
}
