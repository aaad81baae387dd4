import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

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
    if (!letOriginRead(request, reply)) return done();
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return done();
    reply.header('access-control-allow-methods', ALLOWED_METHODS);
    reply.header('access-control-allow-headers', allowedHeaders(request.headers['access-control-request-headers']));
    reply.header('access-control-max-age', PREFLIGHT_AGE);
    reply.code(204).send();
  });
}

/** What only servers say: by which address a proxy is reached, and for which instance. No page may have a browser say it. */
const OF_PROXIES = new Set(['clerk-proxy-url', 'clerk-secret-key']);

function allowedHeaders(wanted = 'Authorization, Content-Type'): string {
  return wanted.split(',').map((name) => name.trim()).filter((name) => !OF_PROXIES.has(name.toLowerCase())).join(', ');
}

/** Lets a page of another origin read the answer to its request, whatever that will be. Answers whether it may. */
export function letOriginRead(request: FastifyRequest, reply: FastifyReply): boolean {
  const { origin } = request.headers;
  if (origin === undefined || request.raw.foyer?.face !== 'frontend') return false;
  reply.header('access-control-allow-origin', origin);
  reply.header('access-control-allow-credentials', 'true');
  reply.header('access-control-expose-headers', EXPOSED_HEADERS);
  reply.header('vary', 'Origin');
  return true;
}
