import type { Send } from '../core/send.ts';
import type { SessionResource } from '../types/session.ts';

/**
 * What resources may use of the Clerk object they belong to. It is frozen, so that frameworks which wrap
 * objects in proxies (Vue) leave it alone.
 */
export interface ResourceHost {
  readonly send: Send;
  readonly clientId: () => string | undefined;
  readonly session: () => SessionResource | null | undefined;
  readonly isDevelopment: boolean;
}
