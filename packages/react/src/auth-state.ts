/** Who is asking, from what the Clerk object knows or what a server found out before. */
import type { OrganizationResource, Resources, SessionStatus, SignedInSessionResource, TokenResource, UserResource } from '@foyer/js/types';
import type { ActClaim, FactorVerificationAge, JwtPayload } from '@foyer/protocol/claims';

/** What a session token says, and the token itself as `__raw`. */
export type SessionClaims = JwtPayload & { __raw: string };

/** `undefined` means that it is not known yet, `null` that there is none. */
export interface AuthState {
  userId: string | null | undefined;
  sessionId: string | null | undefined;
  sessionStatus: SessionStatus | null | undefined;
  sessionClaims: SessionClaims | null | undefined;
  actor: ActClaim | null | undefined;
  orgId: string | null | undefined;
  orgRole: string | null | undefined;
  orgSlug: string | null | undefined;
  orgPermissions: string[] | null | undefined;
  factorVerificationAge: FactorVerificationAge | null | undefined;
}

/** What a server hands to the provider of a page it renders. */
export interface InitialState extends Partial<AuthState> {
  user?: UserResource | null;
  session?: SignedInSessionResource | null;
  organization?: OrganizationResource | null;
}

const UNKNOWN: AuthState = {
  userId: undefined,
  sessionId: undefined,
  sessionStatus: undefined,
  sessionClaims: undefined,
  actor: undefined,
  orgId: undefined,
  orgRole: undefined,
  orgSlug: undefined,
  orgPermissions: undefined,
  factorVerificationAge: undefined,
};

/** Until the Clerk object has loaded, the server's word counts. */
export function authStateOf(resources: Resources | undefined, initialState: InitialState | undefined): AuthState {
  if (!resources) return { ...UNKNOWN, ...initialState };
  const { user, session, organization } = resources;
  const membership = organization ? user?.organizationMemberships.find((entry) => entry.organization.id === organization.id) : undefined;
  return {
    userId: idOf(user),
    sessionId: idOf(session),
    sessionStatus: session && session.status,
    sessionClaims: session && claimsOf(session.lastActiveToken),
    actor: session && session.actor,
    orgId: idOf(organization),
    orgRole: organization && (membership?.role ?? null),
    orgSlug: organization && organization.slug,
    orgPermissions: organization && (membership?.permissions ?? null),
    factorVerificationAge: session && session.factorVerificationAge,
  };
}

function idOf(resource: { id: string } | null | undefined): string | null | undefined {
  return resource ? resource.id : resource;
}

/** The same token has the same claims object, so that effects may depend on it. */
const decoded = new WeakMap<TokenResource, SessionClaims>();

function claimsOf(token: TokenResource | null): SessionClaims | null {
  if (!token) return null;
  const known = decoded.get(token);
  if (known) return known;
  const raw = token.getRawString();
  const payload = raw.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  const claims: SessionClaims = { ...(JSON.parse(new TextDecoder().decode(bytes)) as JwtPayload), __raw: raw };
  decoded.set(token, claims);
  return claims;
}
