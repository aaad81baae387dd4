/**
 * Holds every response of the test run against the official OpenAPI documents. A violation fails the test that caused
 * it; what was checked is written to `.cache/contract/`, from which `scripts/status.mjs` makes `docs/status.md`.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { specFolder } from '@foyer/protocol/testing/spec';
import { API_VERSION_HEADER, API_VERSION_QUERY, chooseApiVersion } from '@foyer/protocol/versions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BACKEND_PREFIX } from '../platform/http/address.ts';
import { checkResponse, type CheckedResponse, type Violation } from './contract/check.ts';

export { checkResponse, documentedOperations, type CheckedResponse, type Verdict, type Violation } from './contract/check.ts';

const RESULTS = fileURLToPath(new URL('../../../../.cache/contract', import.meta.url));

export interface Breach {
  operation: string;
  status: number;
  version: string;
  violations: Violation[];
}

const breaches: Breach[] = [];
let silent = false;

/** Watches all responses of a server under test. Call it before the server is ready. */
export function contractRecorder(app: FastifyInstance): void {
  if (specFolder() === null) {
    if (!silent) console.warn('No specification folder (FOYER_SPEC_DIR): responses are not checked against the OpenAPI documents.');
    silent = true;
    return;
  }
  app.addHook('onSend', async (request, reply, payload) => {
    const response = describe(request, reply, payload);
    if (response !== null) record(response);
    return payload;
  });
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

function record(response: CheckedResponse): void {
  const verdict = checkResponse(response);
  if (verdict === null || !verdict.known) return;
  const { api, version, status } = response;
  const { operation, violations } = verdict;
  if (violations.length > 0) breaches.push({ operation, status, version, violations });
  mkdirSync(RESULTS, { recursive: true });
  const line = JSON.stringify({ api, version, operation, status, valid: violations.length === 0 });
  appendFileSync(`${RESULTS}/responses-${process.pid}.ndjson`, `${line}\n`);
}

/** What the response is an answer to; `null` for pages and for requests that reached no route. */
function describe(request: FastifyRequest, reply: FastifyReply, payload: unknown): CheckedResponse | null {
  const { face } = request.routeOptions.config;
  if (face === undefined || request.routeOptions.url === undefined) return null;
  const query = (request.query ?? {}) as Record<string, string | string[] | undefined>;
  const choice = chooseApiVersion({ query: query[API_VERSION_QUERY], header: request.headers[API_VERSION_HEADER] });
  if ('problem' in choice) return null;
  const path = request.url.split('?', 1)[0] ?? '/';
  return {
    api: face === 'frontend' ? 'fapi' : 'bapi',
    version: choice.version,
    method: request.method,
    path: face === 'frontend' ? path : path.slice(BACKEND_PREFIX.length).replace(/^\/v1(?=\/)/, ''),
    paginated: query['paginated'] === 'true',
    status: reply.statusCode,
    body: jsonOf(reply, payload),
  };
}

function jsonOf(reply: FastifyReply, payload: unknown): unknown {
  const type = String(reply.getHeader('content-type') ?? '');
  if (!type.startsWith('application/json') || typeof payload !== 'string' || payload === '') return undefined;
  return JSON.parse(payload);
}

/** Tells `scripts/status.mjs` which operations the server has, from its own list of routes. */
export function writeRoutes(routes: ReadonlyArray<{ api: 'fapi' | 'bapi'; method: string; path: string }>): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/routes.json`, JSON.stringify(routes));
}
