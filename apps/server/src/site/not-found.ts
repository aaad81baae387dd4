import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance } from 'fastify';
import { BACKEND_PREFIX } from '../platform/http/address.ts';
import type { ContextSource } from '../platform/http/routes.ts';

/**
 * Parts of the documented Backend API that this server does not have yet. A path that a part does have
 * never comes here; whoever completes a part takes its line out, so that what is left is simply not found.
 */
const NOT_YET: readonly RegExp[] = [
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

/**
 * Answers requests that no route takes: with `resource_not_found`, or with `feature_not_implemented` where
 * the documentation has more than this server.
 */
export function answerUnknownPaths(app: FastifyInstance, source: ContextSource): void {
  app.setNotFoundHandler(async (request, reply) => {
    const [path = ''] = request.url.split('?', 1);
    if (!path.startsWith(`${BACKEND_PREFIX}/`) || !isToCome(path.slice(BACKEND_PREFIX.length))) throw apiError('resource_not_found');
    // A wrong key matters more than a missing feature.
    await source.forBackend(request, reply);
    throw apiError('feature_not_implemented');
  });
}

function isToCome(path: string): boolean {
  return NOT_YET.some((part) => part.test(path));
}
