import type { Send } from '../core/send.ts';
import type { TokenCache } from '../core/token-cache.ts';
import type { SessionResource } from '../types/session.ts';
import type { EnvironmentResource } from '../types/environment.ts';
import type { Token } from './token.ts';

/**
 * What resources may use of the Clerk object they belong to. It is frozen, so that frameworks which wrap
 * objects in proxies (Vue) leave it alone.
 */
export interface ResourceHost {
  readonly send: Send;
  readonly tokens: TokenCache;
  readonly clientId: () => string | undefined;
  /** The active session. */
  readonly session: () => SessionResource | null | undefined;
  readonly environment: () => EnvironmentResource;
  /** A session has a new session token, or lost it. */
  readonly onToken: (session: SessionResource, token: Token | null) => void;
}
