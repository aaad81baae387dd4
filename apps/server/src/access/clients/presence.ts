import type { RequestContext } from '../../platform/http/facts.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import { shownSessions } from '../sessions/find.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { findClient } from './service.ts';
import type { ClientRow } from './tables.ts';

/** The asking client as a request leaves it, for everything that tells the caller of it. */
export interface Presence {
  client: ClientRow;
  /** Those that it still shows, oldest first: see {@link shownSessions}. */
  sessions: readonly SessionRow[];
  /** Whose they are, where they are at hand. */
  owners?: ReadonlyMap<string, UserAggregate>;
}

declare module '../../platform/http/facts.ts' {
  interface Asking {
    presence?: Presence | null;
  }
}

/**
 * The asking client with its sessions; `null` when there is none. Read once a request, so only for
 * what comes after the route has done its work; whoever has just written all of it says so in
 * `ctx.asking.presence`, and nothing is read.
 */
export async function presenceOf(ctx: RequestContext): Promise<Presence | null> {
  const { asking } = ctx;
  if (asking.presence === undefined) asking.presence = await readPresence(ctx);
  return asking.presence;
}

/** {@link presenceOf} at this moment. */
export async function readPresence(ctx: RequestContext): Promise<Presence | null> {
  const { clientId } = ctx.asking;
  const client = clientId === null ? null : await findClient(ctx, clientId);
  return client && { client, sessions: await shownSessions(ctx, [client.id]) };
}
