/** Making the organization that a URL names the active one, by way of a handshake. */
import type { JwtPayload } from '@foyer/protocol/claims';
import { readSessionClaims } from '@foyer/protocol/claims';
import type { RequestContext } from './context.ts';
import { LONGEST_LOOP, maybeHandshake } from './handshake.ts';
import type { OrganizationTarget } from './organization-target.ts';
import { AuthErrorReason, AuthStatus } from './reasons.ts';
import type { HandshakeState } from './state.ts';

/** A handshake that activates the organization of this URL; `null` when it is active already, or cannot be activated. */
export function syncOrganization(context: RequestContext, claims: JwtPayload): HandshakeState | null {
  if (!context.settings.options.organizationSyncOptions) return null;
  const target = context.settings.organizationTarget(context.url.pathname);
  if (!target || isActive(target, claims)) return null;
  // If handshakes change nothing, the user is not a member, and the page has to deal with that.
  if (context.redirectCount >= LONGEST_LOOP) {
    console.warn(
      'Clerk: The organization that this URL names could not be activated. Check that the user is a member of it, ' +
        'and handle the case in the page (for example with a 404).',
    );
    return null;
  }
  const state = maybeHandshake(context, AuthErrorReason.ActiveOrganizationMismatch);
  return state.status === AuthStatus.Handshake ? state : null;
}

function isActive(target: OrganizationTarget, claims: JwtPayload): boolean {
  const { orgId, orgSlug } = readSessionClaims(claims);
  if (target.type === 'personalAccount') return !orgId;
  return 'organizationId' in target ? target.organizationId === orgId : target.organizationSlug === orgSlug;
}
