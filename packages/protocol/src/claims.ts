/**
 * Session token claims, in the two versions that instances issue.
 *
 * Version 1 has no `v` claim and spells the organization out; version 2 (`v: 2`) packs it into `o`,
 * `fea` and `pla` so that the token stays small enough for a cookie. Times are seconds since 1970.
 */

declare global {
  /** Augment to type the claims that a customised session token carries. */
  interface CustomJwtSessionClaims {}
}

/** The user who acts as the token's subject (impersonation, RFC 8693 §4.1). */
export interface ActClaim {
  sub: string;
  [claim: string]: unknown;
}

/** `pending`: signed in, but a session task (such as choosing an organization) is still open. */
export type SessionStatusClaim = 'active' | 'pending';

/**
 * Minutes since the first and since the second factor were last verified;
 * -1 when the user has no factor of that group.
 */
export type FactorVerificationAge = [firstFactorMinutes: number, secondFactorMinutes: number];

export interface BaseSessionClaims {
  /** `https://` and the host in the instance's publishable key. */
  iss: string;
  /** User ID. */
  sub: string;
  /** Session ID. */
  sid: string;
  iat: number;
  exp: number;
  nbf: number;
  /** Origin for which the token was made. */
  azp?: string;
  aud?: string | string[];
  jti?: string;
  sts?: SessionStatusClaim;
  fva?: FactorVerificationAge;
  act?: ActClaim;
}

export interface SessionClaimsV1 extends BaseSessionClaims {
  v?: undefined;
  org_id?: string;
  org_slug?: string;
  /** With prefix, e.g. `org:admin`. */
  org_role?: string;
  /** With prefix, e.g. `org:invoices:create`. */
  org_permissions?: string[];
}

/** The active organization in a version 2 token. */
export interface OrganizationClaim {
  id: string;
  slg?: string;
  /** Role key without its `org:` prefix. */
  rol?: string;
  /** Sorted, comma-separated action names, e.g. `create,manage,read`. */
  per?: string;
  /**
   * Comma-separated decimal bit masks, one for each organization feature in the order of `fea`;
   * bit 0 stands for the first entry of `per`.
   */
  fpm?: string;
}

export interface SessionClaimsV2 extends BaseSessionClaims {
  v: 2;
  o?: OrganizationClaim;
  /** Comma-separated `<scope>:<feature>`; scope is `o`, `u` or both letters. */
  fea?: string;
  /** Comma-separated `<scope>:<plan>`. */
  pla?: string;
  org_id?: never;
  org_slug?: never;
  org_role?: never;
  org_permissions?: never;
}

export type SessionClaims = SessionClaimsV1 | SessionClaimsV2;

/** A verified session token's claims as applications see them, with any custom claims. */
export type JwtPayload = SessionClaims & CustomJwtSessionClaims & { [claim: string]: unknown };

/** The organization facts of a session, whatever the token's version. */
export interface OrganizationFacts {
  orgId: string | undefined;
  orgSlug: string | undefined;
  orgRole: string | undefined;
  orgPermissions: string[] | undefined;
}

/** What a session token says about who is asking. */
export interface SessionFacts extends OrganizationFacts {
  userId: string;
  sessionId: string;
  sessionStatus: SessionStatusClaim | null;
  actor: ActClaim | undefined;
  factorVerificationAge: FactorVerificationAge | null;
}

/** Reads a session token's claims, version 1 or 2, into one shape. */
export function readSessionClaims(claims: SessionClaims): SessionFacts {
  return {
    userId: claims.sub,
    sessionId: claims.sid,
    sessionStatus: claims.sts ?? null,
    actor: claims.act,
    factorVerificationAge: claims.fva ?? null,
    ...readOrganization(claims),
  };
}

function readOrganization(claims: SessionClaims): OrganizationFacts {
  if (claims.v !== 2) {
    const { org_id: orgId, org_slug: orgSlug, org_role: orgRole, org_permissions: orgPermissions } = claims;
    return { orgId, orgSlug, orgRole, orgPermissions };
  }
  const organization = claims.o;
  if (!organization) return { orgId: undefined, orgSlug: undefined, orgRole: undefined, orgPermissions: undefined };
  return {
    orgId: organization.id,
    orgSlug: organization.slg,
    orgRole: organization.rol === undefined ? undefined : `org:${organization.rol}`,
    orgPermissions: unpackPermissions(claims.fea, organization),
  };
}

/** Feature or plan keys of a `fea` or `pla` claim by the scope they were granted in. */
export function splitByScope(list: string | undefined): { org: string[]; user: string[] } {
  const org: string[] = [];
  const user: string[] = [];
  for (const entry of splitList(list)) {
    const [scope = '', key = ''] = entry.split(':');
    if (scope.includes('o')) org.push(key);
    if (scope.includes('u')) user.push(key);
  }
  return { org, user };
}

/** Joins feature or plan keys into a `fea` or `pla` claim; a key granted in both scopes becomes `uo:key`. */
export function joinByScope({ org, user }: { org: readonly string[]; user: readonly string[] }): string {
  const keys = [...new Set([...org, ...user])].sort();
  return keys
    .map((key) => `${user.includes(key) ? 'u' : ''}${org.includes(key) ? 'o' : ''}:${key}`)
    .join(',');
}

/** Permission keys (`org:<feature>:<action>`) from the `fea`, `per` and `fpm` claims. */
function unpackPermissions(features: string | undefined, { per, fpm }: OrganizationClaim): string[] {
  const actions = splitList(per);
  const masks = splitList(fpm).map(Number);
  return splitByScope(features).org.flatMap((feature, index) => {
    const mask = masks[index] ?? 0;
    return actions.filter((_, bit) => hasBit(mask, bit)).map((action) => `org:${feature}:${action}`);
  });
}

/**
 * Packs permission keys into `per` and `fpm`, for the organization features in the order in which
 * they appear in `fea`. Permissions of features that are not listed cannot be expressed and are left out.
 */
export function packPermissions(
  orgFeatures: readonly string[],
  permissions: readonly string[],
): Pick<Required<OrganizationClaim>, 'per' | 'fpm'> {
  const granted = permissions.flatMap((permission) => {
    const [scope, feature, action] = permission.split(':');
    return scope === 'org' && action !== undefined && orgFeatures.includes(feature ?? '') ? [{ feature, action }] : [];
  });
  const actions = [...new Set(granted.map(({ action }) => action))].sort();
  const masks = orgFeatures.map((feature) =>
    granted
      .filter((entry) => entry.feature === feature)
      .reduce((mask, { action }) => withBit(mask, actions.indexOf(action)), 0),
  );
  return { per: actions.join(','), fpm: masks.join(',') };
}

function splitList(list: string | undefined): string[] {
  return list ? list.split(',').map((entry) => entry.trim()) : [];
}

// Arithmetic rather than bitwise operators: those are 32 bits wide, and an instance may know more actions than that.
function hasBit(mask: number, bit: number): boolean {
  return Math.floor(mask / 2 ** bit) % 2 === 1;
}

function withBit(mask: number, bit: number): number {
  return hasBit(mask, bit) ? mask : mask + 2 ** bit;
}
