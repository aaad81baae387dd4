import { randomUUID } from 'node:crypto';
import { signJwt } from '../../instances/keys/signing-keys.ts';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { sessionClaims, type TokenOrganization } from './claims.ts';
import { customClaims } from './custom-claims.ts';
import { organizationOf } from './organization.ts';

/** Marks session tokens in the header of the JWT, apart from other JWTs signed by the same key. */
const HEADER: Readonly<Record<string, string>> = { cat: 'cl_session' };

export interface TokenWish {
  /** Origin that the token is for. */
  authorizedParty: string | null;
  /** When the client changed last. */
  clientChangedAt: Date | null;
  /** In seconds; session tokens live for a minute unless a backend asks for more. */
  lifetime?: number | undefined;
  /** What the token is to say of an organization; that of the session, when absent. */
  organization?: TokenOrganization | null | undefined;
}

/** What of a session its token tells. */
export type TokenSession = Pick<SessionRow, 'id' | 'user_id' | 'actor' | 'tasks' | 'last_active_organization_id' | 'first_factor_verified_at' | 'second_factor_verified_at'>;

/** Makes a session token. The caller has made sure that the session is live. */
export async function mintSessionToken(ctx: Context, session: TokenSession, wish: TokenWish): Promise<string> {
  const organization = wish.organization === undefined ? await organizationOf(ctx, session) : wish.organization;
  const claims = sessionClaims(ctx.instance.settings.session.token_version, {
    issuer: `https://${ctx.instance.fapiHost}`,
    session,
    status: session.tasks.length === 0 ? 'active' : 'pending',
    authorizedParty: wish.authorizedParty,
    at: now(ctx),
    clientChangedAt: wish.clientChangedAt,
    tokenId: randomUUID(),
    organization,
    ...(wish.lifetime === undefined ? {} : { lifetime: wish.lifetime }),
  });
  const custom = await customClaims(ctx, { ...session, last_active_organization_id: organization?.id ?? null });
  return signJwt(ctx, custom ? { ...custom, ...claims } : claims, HEADER);
}

/** Origin for which a request wants its tokens; none is told where the browser keeps it to itself (`null`). */
export function authorizedParty({ http }: RequestContext): string | null {
  return http.origin === '' || http.origin === 'null' ? null : http.origin;
}
