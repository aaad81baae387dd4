import type { ReactNode } from 'react';
import type { AuthorizationParams, Has } from '@foyer/protocol/authorization';
import { useAuth } from '../hooks/use-auth.ts';
import type { PendingSessionOptions } from '../hooks/use-session.ts';

/** What is asked of the signed-in user besides being signed in: one of these, or nothing. */
type Condition =
  | (AuthorizationParams & { condition?: never })
  | { condition: (has: Has) => boolean; role?: never; permission?: never; feature?: never; plan?: never };

export type ProtectProps = Condition & PendingSessionOptions & {
  children?: ReactNode;
  /** For everyone else. */
  fallback?: ReactNode;
};

/**
 * Shows its children to someone who is signed in and may see them. They are hidden, not secret: the
 * browser has them. Docs: reference/components/control/protect.
 */
export function Protect({ children, fallback = null, treatPendingAsSignedOut, condition, ...params }: ProtectProps): ReactNode {
  const auth = useAuth({ treatPendingAsSignedOut });
  if (!auth.isLoaded) return null;
  if (!auth.isSignedIn) return fallback;
  if (condition) return condition(auth.has) ? children : fallback;
  const asksNothing = Object.values(params).every((value) => value === undefined);
  return asksNothing || auth.has(params) ? children : fallback;
}
