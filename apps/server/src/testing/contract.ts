/**
 * Holds every response of the test run against the official OpenAPI documents. A violation fails the test that caused
 * it; what was checked is written to `.cache/contract/`, from which `scripts/status.mjs` makes `docs/status.md`.
 */
import { specFolder, type ApiName } from '@foyer/protocol/testing/spec';
import { API_VERSION_HEADER, API_VERSION_QUERY, chooseApiVersion } from '@foyer/protocol/versions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BACKEND_PREFIX } from '../platform/http/address.ts';
import type { DeclaredRoute } from '../platform/http/routes.ts';
import { checkResponse, type CheckedResponse, type Violation } from './contract/check.ts';
import { noteResponse, writeCoverage, type NotedResponse } from './contract/results.ts';

export { checkResponse, documentedOperations, type CheckedResponse, type Verdict, type Violation } from './contract/check.ts';

export interface Breach {
  operation: string;
  status: number;
  version: string;
  violations: Violation[];
}

const breaches: Breach[] = [];
let silent = false;

/**
 * Watches all responses of a server under test. Call it before the server is ready.
 *
 * @param routes the server's own list; given, what is found out goes into the status table
 */
export function contractRecorder(app: FastifyInstance, routes?: readonly DeclaredRoute[]): void {
  if (specFolder() === null) {
    if (!silent) console.warn('No specification folder (FOYER_SPEC_DIR): responses are not checked against the OpenAPI documents.');
    silent = true;
    return;
  }
  app.addHook('onSend', async (request, reply, payload) => {
    const response = describe(request, reply, payload);
    const verdict = response && record(response);
    if (verdict && routes) noteResponse(verdict);
    return payload;
  });
  if (routes) app.addHook('onReady', async () => writeCoverage(app, routes));
}

/** The violations since the last call, for the test that has just ended. */
export function takeBreaches(): Breach[] {
  return breaches.splice(0);
}

/** Writes a breach so that it says what to look at. */
export function breachText({ operation, status, version, violations }: Breach): string {
  const shown = violations.slice(0, 8).map(({ path, message }) => `  ${path || 'the body'} ${message}`);
  const more = violations.length > shown.length ? [`  and ${violations.length - shown.length} more`] : [];
  return [`${operation} answered ${status}, which the OpenAPI document of ${version} does not allow:`, ...shown, ...more].join('\n');
}

/** Checks a response and remembers what is wrong with it; `null` when it is of no documented operation. */
function record(response: CheckedResponse): NotedResponse | null {
  const verdict = checkResponse(response);
  if (verdict === null || !verdict.known) return null;
  const { api, version, status } = response;
  const { operation, violations } = verdict;
  if (violations.length > 0) breaches.push({ operation, status, version, violations });
  return { api, version, operation, status, valid: violations.length === 0 };
}

/** What the response is an answer to; `null` for pages and for requests that reached no route. */
function describe(request: FastifyRequest, reply: FastifyReply, payload: unknown): CheckedResponse | null {
  const api = apiOf(request);
  if (api === null) return null;
  const query = (request.query ?? {}) as Record<string, string | string[] | undefined>;
  const choice = chooseApiVersion({ query: query[API_VERSION_QUERY], header: request.headers[API_VERSION_HEADER] });
  if ('problem' in choice) return null;
  const path = request.url.split('?', 1)[0] ?? '/';
  return {
    api,
    version: choice.version,
    method: request.method,
    path: api === 'fapi' ? path : path.slice(BACKEND_PREFIX.length).replace(/^\/v1(?=\/)/, ''),
    // The validator may have made a boolean of it.
    paginated: String(query['paginated']) === 'true',
    status: reply.statusCode,
    body: jsonOf(reply, payload),
  };
}

function apiOf({ routeOptions }: FastifyRequest): ApiName | null {
  const { url = '', config } = routeOptions;
  if (config.face !== undefined) return config.face === 'frontend' ? 'fapi' : 'bapi';
  // Routes of the site that the documents describe, such as `/v1/health`.
  return /^\/(v1|\.well-known)\//.test(url) ? 'fapi' : null;
}

function jsonOf(reply: FastifyReply, payload: unknown): unknown {
  const type = String(reply.getHeader('content-type') ?? '');
  if (!type.startsWith('application/json') || typeof payload !== 'string' || payload === '') return undefined;
  return JSON.parse(payload);
}
