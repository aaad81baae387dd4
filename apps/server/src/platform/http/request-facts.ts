import { apiError } from '@foyer/protocol/errors';
import { API_VERSION_HEADER, API_VERSION_QUERY, chooseApiVersion, type ApiVersion } from '@foyer/protocol/versions';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseCookies } from './cookies.ts';
import type { HttpFacts } from './facts.ts';

/** By which address a request came, found out before the rest. */
export type ReachedAt = Pick<HttpFacts, 'baseUrl' | 'publicUrl' | 'satellite'> & Partial<Pick<HttpFacts, 'primaryUrl'>>;

/** Far longer than browsers have them; the hundred patterns that read them would take half a second for what a header can hold. */
const USER_AGENT_MAX = 512;

/** What a Fastify request says, each thing found out when it is asked for: every request has one of these. */
export class RequestFacts implements HttpFacts {
  readonly apiVersion: ApiVersion;
  readonly baseUrl: string;
  readonly publicUrl: string;
  readonly satellite: string | undefined;
  readonly primaryUrl: string;
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  #cookies: Map<string, string> | undefined;

  /** @throws `api_version_invalid` */
  constructor(request: FastifyRequest, reply: FastifyReply, { baseUrl, publicUrl, satellite, primaryUrl = baseUrl }: ReachedAt) {
    this.#request = request;
    this.#reply = reply;
    this.baseUrl = baseUrl;
    this.publicUrl = publicUrl;
    this.satellite = satellite;
    this.primaryUrl = primaryUrl;
    this.apiVersion = apiVersionOf(request);
  }

  get traceId(): string {
    return this.#request.id;
  }

  get method(): string {
    return this.#request.method;
  }

  get ip(): string {
    return this.#request.ip;
  }

  get userAgent(): string {
    return (this.header('user-agent') ?? '').slice(0, USER_AGENT_MAX);
  }

  get origin(): string {
    return this.header('origin') ?? '';
  }

  get hostname(): string {
    return this.#request.hostname;
  }

  get secure(): boolean {
    return this.baseUrl.startsWith('https:');
  }

  get native(): boolean {
    const { _is_native: native } = this.query;
    return native === '1' || native === 'true';
  }

  get query(): Readonly<Record<string, unknown>> {
    return this.#request.query as Record<string, unknown>;
  }

  header(name: string): string | undefined {
    return headerOf(this.#request, name);
  }

  cookie(name: string): string | undefined {
    return (this.#cookies ??= parseCookies(this.#request.headers.cookie)).get(name);
  }

  setCookie(directive: string): void {
    this.#reply.header('set-cookie', directive);
  }

  setHeader(name: string, value: string): void {
    this.#reply.header(name, value);
  }
}

/** A header of a request; of one that came several times, the first. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function apiVersionOf(request: FastifyRequest): ApiVersion {
  const { [API_VERSION_QUERY]: named } = request.query as Record<string, unknown>;
  const choice = chooseApiVersion({
    query: typeof named === 'string' || Array.isArray(named) ? named : undefined,
    header: request.headers[API_VERSION_HEADER],
  });
  if ('problem' in choice) throw apiError('api_version_invalid');
  return choice.version;
}
