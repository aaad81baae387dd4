import type { IncomingMessage } from 'node:http';

/** Which of the faces of the server a request is for. */
export type Face = 'site' | 'frontend' | 'backend';

/** What the address of a request says, before anything else is known of it. */
export interface Address {
  face: Face;
  /** `<slug>` of `/i/<slug>/…`. */
  slug: string | null;
}

declare module 'node:http' {
  interface IncomingMessage {
    foyer?: Address;
  }
}

/** Where the Backend API's routes live inside the program, so that they never meet the Frontend API's. */
export const BACKEND_PREFIX = '/_backend';

const METHOD_OVERRIDES = new Set(['PUT', 'PATCH', 'DELETE']);
const SECRET_KEY_HEADER = /^Bearer\s+sk_/i;

/**
 * Brings the address of a request into the one form that routes are declared in: no doubled or
 * trailing slashes, `/i/<slug>` and `/api` taken off and remembered, `_method` applied (browsers
 * send PATCH, PUT and DELETE as POST to avoid a preflight; protocol §2).
 *
 * @param apiHost host name that answers only the Backend API, if one is configured
 */
export function normaliseAddress(request: IncomingMessage, apiHost: string | undefined): string {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  let path = (mark < 0 ? url : url.slice(0, mark)).replace(/\/{2,}/g, '/');
  const query = mark < 0 ? '' : url.slice(mark);

  let slug: string | null = null;
  const named = /^\/i\/([a-z0-9-]+)(?=\/|$)/.exec(path);
  if (named?.[1]) {
    slug = named[1];
    path = path.slice(named[0].length) || '/';
  }
  if (path.length > 1 && path.endsWith('/')) path = path.slice(0, -1);

  const face = faceOf(request, path, apiHost);
  if (face === 'backend' && (path === '/api' || path.startsWith('/api/'))) path = path.slice('/api'.length) || '/';
  request.foyer = { face, slug };

  if (request.method === 'POST' && query.includes('_method=')) {
    const method = new URLSearchParams(query).get('_method')?.toUpperCase() ?? '';
    if (METHOD_OVERRIDES.has(method)) request.method = method;
  }
  return (face === 'backend' ? BACKEND_PREFIX + path : path) + query;
}

function faceOf(request: IncomingMessage, path: string, apiHost: string | undefined): Face {
  const host = request.headers.host?.replace(/:\d+$/, '').toLowerCase();
  if (apiHost !== undefined && host === apiHost.toLowerCase()) return 'backend';
  // The API keys of signed-in people live at `/api_keys`, so `/api` counts only as a whole segment.
  if (path === '/api' || path.startsWith('/api/')) return 'backend';
  if (SECRET_KEY_HEADER.test(request.headers.authorization ?? '')) return 'backend';
  return /^\/(v1|\.well-known|oauth|api_keys)(\/|$)/.test(path) ? 'frontend' : 'site';
}
