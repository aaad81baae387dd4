import {
  joinByScope,
  packPermissions,
  splitByScope,
  type BaseSessionClaims,
  type FactorVerificationAge,
  type OrganizationClaim,
  type SessionClaims,
  type SessionClaimsV1,
  type SessionClaimsV2,
  type SessionStatusClaim,
} from '@foyer/protocol/claims';
import { MINUTE, SECOND } from '../../platform/clock.ts';
import type { SessionRow } from '../sessions/tables.ts';

/** Life of a session token, in seconds. */
export const SESSION_TOKEN_LIFETIME = 60;
/** Tokens are valid from a little before they are made, for verifiers whose clocks are behind; in seconds. */
const NOT_BEFORE_LEEWAY = 10;

/** The active organization of a session, as its token tells it. */
export interface TokenOrganization {
  id: string;
  slug: string | null;
  /** With its prefix: `org:admin`. */
  role: string;
  /** `org:<feature>:<action>`; system permissions are not told in tokens. */
  permissions: readonly string[];
}

/** Keys granted to the organization and to the user; packed into `fea` and `pla`. */
export interface ScopedKeys {
  org: readonly string[];
  user: readonly string[];
}

/** Everything a session token says. */
export interface TokenFacts {
  /** `https://` and the instance's Frontend API host. */
  issuer: string;
  session: Pick<SessionRow, 'id' | 'user_id' | 'actor' | 'first_factor_verified_at' | 'second_factor_verified_at'>;
  status: SessionStatusClaim;
  /** Origin that the token is for; tokens made without a browser have none. */
  authorizedParty: string | null;
  /** The moment it is made. */
  at: Date;
  /** The client's last change: no token says it is older (protocol §7: such a token would start a handshake). */
  clientChangedAt: Date | null;
  /** In seconds. */
  lifetime?: number;
  tokenId: string;
  organization?: TokenOrganization | null;
  features?: ScopedKeys;
  plans?: ScopedKeys;
}

/** Claims of a session token, in the version that the instance issues (protocol §9). */
export function sessionClaims(version: 'v1' | 'v2', facts: TokenFacts): SessionClaims {
  return version === 'v1' ? claimsV1(facts) : claimsV2(facts);
}

function claimsV1(facts: TokenFacts): SessionClaims {
  const claims: SessionClaimsV1 = baseClaims(facts);
  const { organization } = facts;
  if (!organization) return claims;
  claims.org_id = organization.id;
  if (organization.slug !== null) claims.org_slug = organization.slug;
  claims.org_role = organization.role;
  claims.org_permissions = [...organization.permissions];
  return claims;
}

function claimsV2(facts: TokenFacts): SessionClaims {
  const claims: SessionClaimsV2 = Object.assign(baseClaims(facts), { jti: facts.tokenId, v: 2 as const });
  const features = facts.features ? joinByScope(facts.features) : '';
  const plans = facts.plans ? joinByScope(facts.plans) : '';
  if (facts.organization) claims.o = organizationClaim(facts.organization, features);
  if (features !== '') claims.fea = features;
  if (plans !== '') claims.pla = plans;
  return claims;
}

function baseClaims(facts: TokenFacts): BaseSessionClaims {
  const { session, authorizedParty } = facts;
  const iat = issuedAt(facts);
  const claims: BaseSessionClaims = {
    exp: iat + (facts.lifetime ?? SESSION_TOKEN_LIFETIME),
    fva: factorVerificationAge(session, facts.at),
    iat,
    iss: facts.issuer,
    nbf: iat - NOT_BEFORE_LEEWAY,
    sid: session.id,
    sts: facts.status,
    sub: session.user_id,
  };
  if (authorizedParty !== null) claims.azp = authorizedParty;
  if (session.actor !== null) claims.act = actorClaim(session.actor);
  return claims;
}

function issuedAt({ at, clientChangedAt }: TokenFacts): number {
  return Math.floor(Math.max(at.getTime(), clientChangedAt?.getTime() ?? 0) / SECOND);
}

/** Whole minutes since each factor was proved last; -1 for one that was not. */
export function factorVerificationAge(
  session: Pick<SessionRow, 'first_factor_verified_at' | 'second_factor_verified_at'>,
  at: Date,
): FactorVerificationAge {
  return [minutesSince(session.first_factor_verified_at, at), minutesSince(session.second_factor_verified_at, at)];
}

function minutesSince(moment: Date | null, at: Date): number {
  return moment === null ? -1 : Math.max(0, Math.floor((at.getTime() - moment.getTime()) / MINUTE));
}

function actorClaim(actor: Record<string, unknown>): { sub: string } {
  const { sub } = actor;
  if (typeof sub !== 'string') throw new Error('The actor of a session has no subject.');
  return { ...actor, sub };
}

function organizationClaim(organization: TokenOrganization, features: string): OrganizationClaim {
  return {
    id: organization.id,
    ...(organization.slug === null ? {} : { slg: organization.slug }),
    rol: organization.role.replace(/^org:/, ''),
    ...(organization.permissions.length === 0 ? {} : packPermissions(splitByScope(features).org, organization.permissions)),
  };
}
