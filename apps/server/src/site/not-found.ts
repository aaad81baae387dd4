import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance } from 'fastify';
import { BACKEND_PREFIX } from '../platform/http/address.ts';
import type { ContextSource, DeclaredRoute } from '../platform/http/routes.ts';
import { methodsAt } from './methods-at.ts';

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
  /^\/v1\/me\/(tokens|oauth|enterprise_connections|organization_creation_defaults)(\/|$)/,
  /^\/v1\/me\/external_accounts\/[^/]+\/(reauthorize|tokens)$/,
  /^\/v1\/(agents|enterprise_connections|oauth_callback|saml)(\/|$)/,
  /^\/oauth\//,
];

/**
 * Answers requests that no route takes: with `resource_not_found`; with `feature_not_implemented` where
 * the documentation has more than this server; and where it is only the method that is wrong, with those
 * that there are (RFC 9110 §15.5.6).
 */
export function answerUnknownPaths(app: FastifyInstance, source: ContextSource, declared: readonly DeclaredRoute[]): void {
  app.setNotFoundHandler(async (request, reply) => {
    const [address = ''] = request.url.split('?', 1);
    const toBackend = address.startsWith(`${BACKEND_PREFIX}/`);
    const path = toBackend ? address.slice(BACKEND_PREFIX.length) : address;
    if (isAmong(toBackend ? BACKEND_TO_COME : FRONTEND_TO_COME, path)) {
      // A wrong key matters more than a missing feature, and pages may only read what is said to their origin.
      await (toBackend ? source.forBackend(request, reply) : source.forFrontend(request, reply));
      throw apiError('feature_not_implemented');
    }
    const methods = methodsAt(declared, toBackend ? 'backend' : 'frontend', path);
    if (methods.length === 0) throw apiError('resource_not_found');
    reply.header('allow', methods.join(', '));
    if (request.method === 'OPTIONS') return reply.code(204).send();
    throw apiError('bad_request', { status: 405, longMessage: `This address does not take ${request.method}. It takes ${methods.join(', ')}.` });
  });
}

function isAmong(parts: readonly RegExp[], path: string): boolean {
  return parts.some((part) => part.test(path));
}
