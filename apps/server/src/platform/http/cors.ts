import type { FastifyInstance } from 'fastify';

const ALLOWED_METHODS = 'GET, POST, PUT, PATCH, DELETE, OPTIONS';
const EXPOSED_HEADERS = 'Authorization, Clerk-Db-Jwt, X-Country, Retry-After, X-Clerk-Trace-Id';
/** How long browsers may remember a preflight, in seconds. */
const PREFLIGHT_AGE = '3600';

/**
 * Cross-origin rules (protocol §2): every origin is reflected with credentials, because which
 * origins an instance accepts is decided per instance, when the request is answered; a refused
 * origin then gets the documented error and can read it. Only the Frontend API speaks across
 * origins: not the Backend API, and not the server's own pages, which show codes and keys.
 */
export function allowCrossOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin === undefined || request.raw.foyer?.face !== 'frontend') return done();
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-allow-credentials', 'true');
    reply.header('access-control-expose-headers', EXPOSED_HEADERS);
    reply.header('vary', 'Origin');
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return done();
    reply.header('access-control-allow-methods', ALLOWED_METHODS);
    reply.header('access-control-allow-headers', request.headers['access-control-request-headers'] ?? 'Authorization, Content-Type');
    reply.header('access-control-max-age', PREFLIGHT_AGE);
    reply.code(204).send();
  });
}
