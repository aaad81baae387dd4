/** The one way by which this package talks to the Frontend API. */
import { API_VERSION_QUERY, LATEST_API_VERSION } from '@foyer/protocol/versions';
import type { ClerkAPIErrorJSON } from './errors.ts';
import { ClerkRuntimeError } from './errors.ts';
import { encodeForm, type Params } from './form.ts';
import { retry } from './retry.ts';
import { VERSION } from './version.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A call, before it has a URL. */
export interface FapiCall {
  /** `GET` unless said otherwise. */
  method?: HttpMethod;
  /** Path after the version, e.g. `/client/sign_ins`. */
  path: string;
  search?: Params;
  /** A form's fields, a file, or a string that is sent as bytes. */
  body?: Params | FormData | string;
  /** Lets a client that was changed elsewhere (in a system browser) be taken over once. */
  rotatingTokenNonce?: string;
}

/** A call as request hooks see it and may change it. */
export interface FapiRequest extends FapiCall {
  method: HttpMethod;
  url: URL;
  headers: Headers;
  credentials: RequestCredentials;
}

/** What every answer may hold; resources outside an envelope stand at the top. */
export interface FapiPayload {
  response?: unknown;
  client?: unknown;
  meta?: { client?: unknown };
  errors?: ClerkAPIErrorJSON[];
  clerk_trace_id?: string;
}

/** `payload` is `null` when there is no content (HTTP 204). */
export type FapiResponse = Response & { payload: FapiPayload | null };

/** Returning `false` stops the request. */
export type BeforeRequest = (request: FapiRequest) => unknown;
export type AfterResponse = (request: FapiRequest, response: FapiResponse) => unknown;

export interface FapiOptions {
  /** Where the Frontend API is reached: proxy URL, or `https://` and its host. */
  baseUrl: () => string;
  /** Satellite domain to mention in development. */
  domain?: () => string | undefined;
  sessionId?: () => string | undefined;
}

export class FapiClient {
  readonly #options: FapiOptions;
  readonly #beforeRequest: BeforeRequest[] = [];
  readonly #afterResponse: AfterResponse[] = [];

  constructor(options: FapiOptions) {
    this.#options = options;
  }

  onBeforeRequest(hook: BeforeRequest): void {
    this.#beforeRequest.push(hook);
  }

  onAfterResponse(hook: AfterResponse): void {
    this.#afterResponse.push(hook);
  }

  /** URL of a call, with the query parameters that every call carries. */
  buildUrl(call: FapiCall): URL {
    const { method = 'GET', path, search = {}, rotatingTokenNonce } = call;
    const url = new URL(`${this.#options.baseUrl().replace(/\/$/, '')}/v1${path}`);
    url.search = encodeForm(search).toString();
    const add = (name: string, value: string | undefined) => value && url.searchParams.set(name, value);
    add(API_VERSION_QUERY, LATEST_API_VERSION);
    add('_clerk_js_version', VERSION);
    add('rotating_token_nonce', rotatingTokenNonce);
    add('__domain', this.#options.domain?.());
    // Other verbs than GET and POST would make the browser ask the server first (a CORS preflight).
    if (method !== 'GET' && method !== 'POST') add('_method', method);
    // These routes name their session in the path, or have none.
    if (!path.startsWith('/client') && !path.startsWith('/waitlist')) {
      add('_clerk_session_id', this.#options.sessionId?.());
    }
    return url;
  }

  /**
   * Sends a call and reads its JSON answer, whatever its status.
   * @throws {ClerkRuntimeError} `network_error` when the server cannot be reached, `invalid_response` when its answer is not JSON
   */
  async request(call: FapiCall): Promise<FapiResponse> {
    const request: FapiRequest = {
      ...call,
      method: call.method ?? 'GET',
      url: this.buildUrl(call),
      headers: new Headers(),
      credentials: 'include',
    };
    for (const hook of this.#beforeRequest) {
      if ((await hook(request)) === false) {
        throw new ClerkRuntimeError(`A request hook stopped ${request.method} ${call.path}.`, { code: 'request_stopped' });
      }
    }
    const response = await send(request);
    const answer: FapiResponse = Object.assign(response, { payload: await readPayload(response, call.path) });
    for (const hook of this.#afterResponse) await hook(request, answer);
    return answer;
  }
}

async function send(request: FapiRequest): Promise<Response> {
  const { method, url, headers, credentials } = request;
  const init: RequestInit = { method: method === 'GET' ? 'GET' : 'POST', headers, credentials };
  if (method !== 'GET') init.body = encodeBody(request);
  const offline = globalThis.navigator?.onLine === false;
  try {
    return await retry(
      (iteration) => {
        if (iteration > 1) url.searchParams.set('_clerk_retry_attempt', String(iteration - 1));
        return fetch(url, init);
      },
      { attempts: offline ? 11 : 4, firstDelay: 700, maxDelay: 5000, shouldRetry: () => method === 'GET' },
    );
  } catch (cause) {
    const message = `The server at ${url.origin} could not be reached. Check the connection and try again.`;
    throw new ClerkRuntimeError(message, { code: 'network_error', cause });
  }
}

function encodeBody({ body, headers }: FapiRequest): BodyInit {
  if (body instanceof FormData) return body;
  headers.set('Content-Type', typeof body === 'string' ? 'application/octet-stream' : 'application/x-www-form-urlencoded');
  return typeof body === 'string' ? body : encodeForm(body ?? {});
}

async function readPayload(response: Response, path: string): Promise<FapiPayload | null> {
  if (response.status === 204) return null;
  try {
    return (await response.json()) as FapiPayload;
  } catch (cause) {
    const message = `The answer to ${path} (HTTP ${response.status}) is not JSON. Is the Frontend API or proxy URL right?`;
    throw new ClerkRuntimeError(message, { code: 'invalid_response', cause });
  }
}
