/** What the run found out, in `.cache/contract/`, for `scripts/status.mjs`. */
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import type { ApiName } from '@foyer/protocol/testing/spec';
import { LATEST_API_VERSION, type ApiVersion } from '@foyer/protocol/versions';
import type { FastifyInstance, HTTPMethods } from 'fastify';
import { BACKEND_PREFIX } from '../../platform/http/address.ts';
import type { DeclaredRoute } from '../../platform/http/routes.ts';
import { documentedOperations } from './check.ts';
import { RESULTS } from './folder.ts';

export interface NotedResponse {
  api: ApiName;
  version: ApiVersion;
  operation: string;
  status: number;
  valid: boolean;
}

const noted = new Set<string>();

/** Notes a checked response, once a process. */
export function noteResponse(response: NotedResponse): void {
  const line = JSON.stringify(response);
  if (noted.has(line)) return;
  noted.add(line);
  mkdirSync(RESULTS, { recursive: true });
  appendFileSync(`${RESULTS}/responses-${process.pid}.ndjson`, `${line}\n`);
}

/** Notes the documented operations of the newest version, and which of them the server has. */
export function writeCoverage(app: FastifyInstance, routes: readonly DeclaredRoute[]): void {
  const declared = new Set(routes.map(({ face, method, path }) => shapeOf(`${face} ${method} ${path}`)));
  const coverage = (['fapi', 'bapi'] as const).map((api) => {
    const has = (operation: string) => {
      const [method = '', path = ''] = operation.split(' ');
      const url = urlOf(api, path);
      if (declared.has(shapeOf(`${api === 'fapi' ? 'frontend' : 'backend'} ${method} ${url}`))) return true;
      const place = api === 'fapi' ? url : BACKEND_PREFIX + url;
      return !place.includes('{') && app.hasRoute({ method: method as HTTPMethods, url: place });
    };
    return { api, operations: documentedOperations(api, LATEST_API_VERSION).map((name) => ({ name, built: has(name) })) };
  });
  mkdirSync(RESULTS, { recursive: true });
  const draft = `${RESULTS}/coverage-${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(coverage));
  renameSync(draft, `${RESULTS}/coverage.json`);
}

/** A few paths of the Backend API have no version segment (protocol §17). */
function urlOf(api: ApiName, path: string): string {
  if (api === 'fapi' || /^\/(api_keys|m2m_tokens|oauth_applications\/access_tokens)/.test(path)) return path;
  return `/v1${path}`;
}

/** Parameters have other names in the documents than in our routes. */
function shapeOf(route: string): string {
  return route.replaceAll(/:\w+|\{\w+\}/g, '{}');
}
