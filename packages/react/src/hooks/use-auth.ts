import { useCallback, useMemo } from 'react';
import type { GetToken, SignOut } from '@foyer/js/types';
import { checkAuthorization, type AuthorizationParams, type Has } from '@foyer/protocol/authorization';
import type { ActClaim } from '@foyer/protocol/claims';
import { authStateOf, type AuthState, type SessionClaims } from '../auth-state.ts';
import { useClerkState } from '../context.ts';
import type { PendingSessionOptions } from './use-session.ts';

interface AuthMethods {
  /** The session token, or that of a JWT template; `null` when signed out. Waits until it is known who is. */
  getToken: GetToken;
  signOut: SignOut;
}

type Absent<T> = Record<'userId' | 'sessionId' | 'sessionClaims' | 'actor' | 'orgId' | 'orgRole' | 'orgSlug', T>;

export type UseAuthReturn = AuthMethods & (
  | ({ isLoaded: false; isSignedIn: undefined; has: undefined } & Absent<undefined>)
  | ({ isLoaded: true; isSignedIn: false; has: (params: AuthorizationParams) => false } & Absent<null>)
  | SignedIn<{ orgId: null; orgRole: null; orgSlug: null }>
  | SignedIn<{ orgId: string; orgRole: string; orgSlug: string | null }>
);

type SignedIn<Organization> = Organization & {
  isLoaded: true;
  isSignedIn: true;
  userId: string;
  sessionId: string;
  sessionClaims: SessionClaims;
  actor: ActClaim | null;
  has: Has;
};

/** What may be known from elsewhere while nothing has loaded, and how to judge sessions with open tasks. */
export type UseAuthOptions = Partial<AuthState> & PendingSessionOptions;

const NOT_LOADED = { isLoaded: false, isSignedIn: undefined, has: undefined, ...absent(undefined) } as const;
const SIGNED_OUT = { isLoaded: true, isSignedIn: false, has: () => false, ...absent(null) } as const;

/** Who is signed in, what they may do, and their token. Docs: reference/hooks/use-auth. */
export function useAuth(initialAuthStateOrOptions?: UseAuthOptions | null): UseAuthReturn {
  const { treatPendingAsSignedOut, ...given } = initialAuthStateOrOptions ?? {};
  const { resources, initialState, store, clerk } = useClerkState('useAuth()');
  const getToken = useCallback<GetToken>(async (options) => (await store.whenLoaded()).session?.getToken(options) ?? null, [store]);
  const hidesPending = treatPendingAsSignedOut ?? store.option('treatPendingAsSignedOut') ?? true;
  const source = resources ?? initialState ?? initialAuthStateOrOptions;
  // The same answer while nothing has changed, so that effects may depend on it and on its `has`.
  return useMemo(
    () => ({ ...authOf(authStateOf(resources, initialState ?? given), hidesPending), getToken, signOut: clerk.signOut }) as UseAuthReturn,
    [source, hidesPending, getToken, clerk],
  );
}

function authOf(state: AuthState, hidesPending: boolean): Omit<UseAuthReturn, keyof AuthMethods> {
  const { userId, sessionId, sessionClaims } = state;
  if (userId === undefined || sessionId === undefined) return NOT_LOADED;
  if (userId === null || sessionId === null || (state.sessionStatus === 'pending' && hidesPending)) return SIGNED_OUT;
  const { actor, orgId, orgRole, orgSlug } = state;
  return {
    isLoaded: true,
    isSignedIn: true,
    userId,
    sessionId,
    sessionClaims: sessionClaims ?? null,
    actor: actor ?? null,
    orgId: orgId ?? null,
    orgRole: orgRole ?? null,
    orgSlug: orgSlug ?? null,
    has: hasOf(state),
  } as Omit<UseAuthReturn, keyof AuthMethods>;
}

function hasOf(state: AuthState): Has {
  const facts = {
    userId: state.userId,
    orgId: state.orgId ?? undefined,
    orgRole: state.orgRole ?? undefined,
    orgPermissions: state.orgPermissions ?? undefined,
    factorVerificationAge: state.factorVerificationAge,
    features: claim(state, 'fea'),
    plans: claim(state, 'pla'),
  };
  return (params) => checkAuthorization(facts, params);
}

function claim({ sessionClaims }: AuthState, name: 'fea' | 'pla'): string | undefined {
  const value = sessionClaims?.[name];
  return typeof value === 'string' ? value : undefined;
}

function absent<T>(value: T): Absent<T> {
  return { userId: value, sessionId: value, sessionClaims: value, actor: value, orgId: value, orgRole: value, orgSlug: value };
}
