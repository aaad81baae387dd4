import type { Context } from '../context.ts';
import type { ApiVersion } from '@foyer/protocol/versions';

/** What a room may want to know of the HTTP request it answers. */
export interface HttpFacts {
  /** Identifies this request in logs and error answers. */
  readonly traceId: string;
  readonly method: string;
  /** Address of the person's browser or device, as far as trusted proxies tell. */
  readonly ip: string;
  readonly userAgent: string;
  /** `Origin` header; empty when there is none. */
  readonly origin: string;
  readonly apiVersion: ApiVersion;
  /** Where this instance's Frontend API is reached by the caller, without a trailing slash and without `/v1`. */
  readonly baseUrl: string;
  /** The same for everybody, fit to be given to others: never on the caller's word alone. */
  readonly publicUrl: string;
  /** The satellite domain of a production instance by whose Frontend API the caller came; absent on the primary domain. */
  readonly satellite?: string | undefined;
  /** Where the Frontend API of the primary domain is reached, beside which the account portal lies: `baseUrl`, but for satellites. */
  readonly primaryUrl: string;
  /** Host name by which the caller reached the server, without port. */
  readonly hostname: string;
  /** Whether the caller came over TLS: to the outermost trusted proxy, or to the app that hands its requests on. */
  readonly secure: boolean;
  /** A native app or browser extension: no cookies, the client token travels in `Authorization`. */
  readonly native: boolean;
  readonly query: Readonly<Record<string, unknown>>;
  header(name: string): string | undefined;
  cookie(name: string): string | undefined;
  /** Adds a `Set-Cookie` directive to the answer, whatever the answer will be. */
  setCookie(directive: string): void;
  setHeader(name: string, value: string): void;
}

/**
 * Who is asking. The access wing finds it out before a Frontend API route runs, and keeps it true
 * while the route signs people in and out.
 */
export interface Asking {
  /** The browser or device; `null` for a visitor who has none yet. */
  clientId: string | null;
  /** The session this request speaks for. */
  sessionId: string | null;
  userId: string | null;
  /** Who is really acting when a session is impersonated. */
  actor: Record<string, unknown> | null;
  /** What the session waits for before it is active (session tasks), by key; nothing where it is left out. */
  tasks?: readonly string[];
}

/** What a Frontend or Backend API route works with. */
export interface RequestContext extends Context {
  readonly http: HttpFacts;
  readonly asking: Asking;
}

export const NOBODY: Asking = { clientId: null, sessionId: null, userId: null, actor: null };

/** The session in which somebody changes their own account; `null` for servers, jobs, and those who only sign in. */
export function ownSession(ctx: Context, userId: string): string | null {
  const { asking } = ctx as Partial<RequestContext>;
  return asking?.userId === userId ? asking.sessionId : null;
}

/** The user behind a route that requires one. */
export function askingUser(ctx: RequestContext): { userId: string; sessionId: string; clientId: string } {
  const { userId, sessionId, clientId } = ctx.asking;
  if (!userId || !sessionId || !clientId) throw new Error('A route that needs a user was declared without one.');
  return { userId, sessionId, clientId };
}
