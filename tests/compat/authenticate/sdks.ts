import { createClerkClient as createOfficial } from '@clerk/backend';
import { createClerkClient as createOurs } from '@foyer/backend';
import { PUBLISHABLE_KEY, SECRET_KEY, jwtKey, type InstanceType } from './instance.ts';

/** One request and the options it is authenticated with. */
export interface Row {
  name: string;
  type: InstanceType;
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  cookies?: Record<string, string | undefined>;
  options?: Record<string, unknown>;
}

/** What became of a request, as far as anybody can tell from outside. */
export interface Outcome {
  threw?: true;
  status?: string;
  reason?: string | null;
  tokenType?: string | null;
  token?: string | null;
  headers?: Record<string, string | string[]>;
  auth?: unknown;
}

type Authenticate = (request: Request, options: Record<string, unknown>) => Promise<State>;

interface State {
  status: string;
  reason: string | null;
  tokenType: string | null;
  token: string | null;
  headers: Headers;
  toAuth(): unknown;
}

/** Two functions that authenticate a row: the official SDK's way and ours. */
export function createBoth(apiUrl: string): { official(row: Row): Promise<Outcome>; ours(row: Row): Promise<Outcome> } {
  const both = {
    development: clientsOf('development', apiUrl),
    production: clientsOf('production', apiUrl),
  };
  return {
    official: (row) => outcomeOf(both[row.type].official, row, apiUrl),
    ours: (row) => outcomeOf(both[row.type].ours, row, apiUrl),
  };
}

function clientsOf(type: InstanceType, apiUrl: string): { official: Authenticate; ours: Authenticate } {
  const options = { apiUrl, secretKey: SECRET_KEY[type] };
  return {
    official: createOfficial(options).authenticateRequest as unknown as Authenticate,
    ours: createOurs(options).authenticateRequest as unknown as Authenticate,
  };
}

async function outcomeOf(authenticate: Authenticate, row: Row, apiUrl: string): Promise<Outcome> {
  const options = {
    apiUrl,
    jwtKey,
    publishableKey: PUBLISHABLE_KEY[row.type],
    secretKey: SECRET_KEY[row.type],
    ...row.options,
  };
  let state: State;
  try {
    state = await authenticate(toRequest(row), options);
  } catch {
    return { threw: true };
  }
  const { status, reason, tokenType, token } = state;
  const auth = authOf(state);
  return { status, reason: reason ?? null, tokenType, token: token ?? null, headers: comparable(state.headers, status, apiUrl), auth };
}

function authOf(state: State): unknown {
  try {
    return describeAuth(state.toAuth());
  } catch {
    return 'threw';
  }
}

function toRequest({ url = 'http://localhost:3000/page?a=1', method = 'GET', headers = {}, cookies = {} }: Row): Request {
  const cookie = Object.entries(cookies).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return new Request(url, { method, headers: { ...headers, ...(cookie.length > 0 && { cookie: cookie.join('; ') }) } });
}

/**
 * Messages are in each SDK's own words, and ours explains itself only where somebody is not signed in.
 * Without a proxy URL, ours expects a development instance beside the Backend API.
 */
function comparable(headers: Headers, status: string, apiUrl: string): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of headers) {
    if (name === 'x-clerk-auth-message' || name === 'set-cookie') continue;
    if (name.startsWith('x-clerk-auth-') && status === 'signed-in') continue;
    kept[name] = name === 'location' ? value.replace(apiUrl, 'https://quiet-otter-4.clerk.accounts.dev') : value;
  }
  if (headers.getSetCookie().length > 0) kept['set-cookie'] = headers.getSetCookie();
  return kept;
}

/** The data of an Auth object, and what its `has()` thinks of some questions. */
function describeAuth(auth: unknown): unknown {
  if (typeof auth !== 'object' || auth === null) return auth;
  const data = Object.fromEntries(Object.entries(auth).filter(([, value]) => typeof value !== 'function'));
  const has = 'has' in auth && typeof auth.has === 'function' ? (auth.has as (question: object) => boolean) : undefined;
  return { ...data, answers: has && QUESTIONS.map((question) => has(question)) };
}

/** One at a time: asked for two things, the official SDK is content with one if it cannot judge the other; ours is not. */
const QUESTIONS = [
  { role: 'org:admin' },
  { role: 'admin' },
  { permission: 'org:posts:create' },
  { permission: 'org:posts:delete' },
  { feature: 'posts' },
  { feature: 'org:posts' },
  { feature: 'user:posts' },
  { plan: 'gold' },
  { plan: 'user:gold' },
  { reverification: 'strict' },
  { reverification: { level: 'second_factor', afterMinutes: 10 } },
];
