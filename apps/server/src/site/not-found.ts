import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance } from 'fastify';
import { BACKEND_PREFIX } from '../platform/http/address.ts';
import type { ContextSource } from '../platform/http/routes.ts';

/**
 * Parts of the documented APIs that this server does not have yet. A path that a part does have
 * never comes here; whoever completes a part takes its line out, so that what is left is simply not found.
 */
const BACKEND_TO_COME: readonly RegExp[] = [
  /^\/v1\/(organizations|organization_(domains|invitations|memberships|permissions|roles)|role_sets)(\/|$)/,
  /^\/v1\/billing(\/|$)/,
  /^\/v1\/users\/[^/]+\/billing\//,
  /^\/api_keys(\/|$)/,
  /^\/v1\/(machines|machine_tokens)(\/|$)/,
  /^\/m2m_tokens(\/|$)/,
  /^(\/v1)?\/oauth_applications(\/|$)/,
  /^\/v1\/(saml_connections|enterprise_connections|scim_directories|directories|admin_portal_link_tokens)(\/|$)/,
  /^\/v1\/webhooks(\/|$)/,
  /^\/v1\/(agents|audit_logs)(\/|$)/,
];
const FRONTEND_TO_COME: readonly RegExp[] = [
  /^\/v1\/organizations\/[^/]+\/(domains|invitations|membership_requests)(\/|$)/,
  /^\/v1\/me\/organization_(invitations|suggestions)\//,
  /^\/v1\/((me|organizations\/[^/]+)\/)?(billing|commerce)(\/|$)/,
  /^\/(v1\/)?api_keys(\/|$)/,
];

/**
 * Answers requests that no route takes: with `resource_not_found`, or with `feature_not_implemented` where
 * the documentation has more than this server.
 */
export function answerUnknownPaths(app: FastifyInstance, source: ContextSource): void {
  app.setNotFoundHandler(async (request, reply) => {
    const [path = ''] = request.url.split('?', 1);
    const toBackend = path.startsWith(`${BACKEND_PREFIX}/`);
    const isToCome = toBackend ? isAmong(BACKEND_TO_COME, path.slice(BACKEND_PREFIX.length)) : isAmong(FRONTEND_TO_COME, path);
    if (!isToCome) throw apiError('resource_not_found');
    // A wrong key matters more than a missing feature, and pages may only read what is said to their origin.
    await (toBackend ? source.forBackend(request, reply) : source.forFrontend(request, reply));
    throw apiError('feature_not_implemented');
  });
}

function isAmong(parts: readonly RegExp[], path: string): boolean {
  return parts.some((part) => part.test(path));
}
