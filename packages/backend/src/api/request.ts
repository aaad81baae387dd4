import { API_VERSION, SUPPORTED_BAPI_VERSION, USER_AGENT } from '../constants.ts';
import { ClerkAPIResponseError, type ClerkAPIError } from './error.ts';
import { camelCaseDeep, snakeCaseKeys } from './names.ts';
import { fetchWithRetries, readRetryAfter } from './retry.ts';
import { deserialize } from './deserialize.ts';

export interface BackendApiOptions {
  secretKey?: string;
  /** Used instead of the secret key by the machine-to-machine endpoints. */
  machineSecretKey?: string;
  /** Where the Backend API is, without its version, e.g. `http://localhost:4000/api`. */
  apiUrl?: string;
  apiVersion?: string;
  userAgent?: string;
}

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path below the version segment, made with the `path` tag. */
  path: string;
  query?: object;
  body?: object;
  /** Convert names at every depth of the body, not only at its top. */
  deepBody?: boolean;
  form?: FormData;
  headers?: Record<string, string>;
  /** Endpoints of machine authentication have no version segment in their URL. */
  unversioned?: boolean;
  /** Which key the call carries; `optional` for the calls that make the first keys, and need none. */
  auth?: 'secret' | 'machine' | 'optional';
  /** Key given with this call, which wins over the client's own. */
  bearer?: string;
}

/** Sends a call and answers with its resource. @throws ClerkAPIResponseError */
export type RequestFunction = <T>(request: ApiRequest) => Promise<T>;

/** The function that every Backend API method goes through. */
export function createRequestFunction(options: BackendApiOptions): RequestFunction {
  const { apiVersion = API_VERSION, userAgent = USER_AGENT } = options;
  return async <T>(request: ApiRequest): Promise<T> => {
    const url = buildUrl(options.apiUrl, apiVersion, request);
    const response = await send(url, {
      method: request.method,
      headers: buildHeaders(request, options, userAgent),
      body: buildBody(request),
    });
    return (await readAnswer(url, response)) as T;
  };
}

function buildUrl(apiUrl: string | undefined, apiVersion: string, { path, query, unversioned }: ApiRequest): string {
  if (!apiUrl) {
    throw new Error(
      'Missing the Backend API URL. Set CLERK_API_URL (or apiUrl), or give the publishable key, from which it follows.',
    );
  }
  const base = `${apiUrl.replace(/\/+$/, '')}${unversioned ? '' : `/${apiVersion}`}${path}`;
  const search = query ? serializeQuery(query) : '';
  return search ? `${base}?${search}` : base;
}

/** Empty values (`undefined`, `null`, `''`, `0`, `false`) are left out: each is the same as not filtering. */
function serializeQuery(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(snakeCaseKeys(query))) {
    if (!value) continue;
    for (const item of [value].flat()) search.append(name, item instanceof Date ? item.toISOString() : String(item));
  }
  return search.toString();
}

function buildHeaders(request: ApiRequest, options: BackendApiOptions, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = {
    'Clerk-API-Version': SUPPORTED_BAPI_VERSION,
    'User-Agent': userAgent,
    ...request.headers,
  };
  // With a form, the platform adds the content type together with its boundary.
  if (!request.form) headers['Content-Type'] = 'application/json';
  const bearer = chooseBearer(request, options);
  if (bearer) headers['Authorization'] = `Bearer ${bearer}`;
  return headers;
}

function chooseBearer({ auth = 'secret', bearer }: ApiRequest, options: BackendApiOptions): string | undefined {
  if (bearer) return bearer;
  const key = (auth === 'machine' && options.machineSecretKey) || options.secretKey;
  if (key || auth === 'optional') return key;
  throw new Error(
    auth === 'machine'
      ? 'Missing a key. Set CLERK_MACHINE_SECRET_KEY or CLERK_SECRET_KEY, or pass machineSecretKey.'
      : 'Missing secretKey. Set the CLERK_SECRET_KEY environment variable to the secret key of your instance.',
  );
}

function buildBody({ method, body, deepBody, form }: ApiRequest): string | FormData | undefined {
  if (form) return form;
  if (method === 'GET' || !body) return undefined;
  if (Array.isArray(body)) return JSON.stringify(body.map((item: object) => snakeCaseKeys(item, deepBody)));
  const json = JSON.stringify(snakeCaseKeys(body, deepBody));
  return json === '{}' ? undefined : json;
}

async function send(url: string, init: RequestInit & { method: string }): Promise<Response> {
  try {
    return await fetchWithRetries(url, init);
  } catch (error) {
    throw unexpected(`No answer from the Backend API at ${new URL(url).origin}`, 0, error);
  }
}

async function readAnswer(url: string, response: Response): Promise<unknown> {
  const content = await readContent(url, response);
  if (!response.ok) throw toResponseError(response, content);
  if (typeof content === 'string') {
    // Of another server: a page that a development server answers to everything, or a proxy's.
    throw unexpected(`${new URL(url).origin} does not answer as the Backend API does. Check CLERK_API_URL (or apiUrl)`, response.status, 'an answer without JSON');
  }
  return deserialize(content);
}

/** What an answer holds: JSON, or text where another program has answered; `undefined` when there is nothing. */
async function readContent(url: string, response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  try {
    const text = await response.text();
    return isJson && text ? JSON.parse(text) : text || undefined;
  } catch (error) {
    throw unexpected(`The answer of the Backend API at ${new URL(url).origin} broke off or is not JSON`, response.status, error);
  }
}

/** What is no answer of the Backend API, as an error of the same class, so that callers have one kind to handle. */
function unexpected(what: string, status: number, cause: unknown): ClerkAPIResponseError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new ClerkAPIResponseError(`${what}: ${message}`, { status, errors: [{ code: 'unexpected_error', message }], cause });
}

interface ErrorAnswer {
  errors?: Record<string, unknown>[];
  clerk_trace_id?: string;
}

function toResponseError(response: Response, content: unknown): ClerkAPIResponseError {
  const answer: ErrorAnswer = typeof content === 'object' && content !== null ? content : {};
  const errors = (answer.errors ?? []).map((error) => camelCaseDeep(error) as ClerkAPIError);
  const [first] = errors;
  return new ClerkAPIResponseError(first?.longMessage ?? first?.message ?? response.statusText, {
    status: response.status,
    errors,
    clerkTraceId: answer.clerk_trace_id ?? response.headers.get('cf-ray') ?? undefined,
    retryAfter: readRetryAfter(response.headers),
  });
}
