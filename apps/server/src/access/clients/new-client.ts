import type { RequestContext } from '../../platform/http/facts.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import { handOutToken } from '../authority/hand-out.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { ensureClient, insertClient, lockClient, newClient, updateClient, type ClientColumns } from './service.ts';
import './presence.ts';
import type { ClientRow } from './tables.ts';

interface NewClient {
  /** As it begins. */
  row: ClientRow;
  /** As it was written down in a transaction, with the session it was written for. */
  written: { client: ClientRow; session: SessionRow | null } | null;
}

declare module '../../platform/http/facts.ts' {
  interface Asking {
    /** The client of whoever asks while it is not committed: see {@link clientFor}. */
    newClient?: NewClient | null;
  }
}

/**
 * The id of the asking client, for work that writes all it has to write at its end. Unlike
 * {@link ensureClient} it writes nothing: a browser that is new here gets a client in memory only, which
 * {@link writeClient} puts down together with what it is for, and {@link keepNewClient} hands out.
 *
 * @throws as {@link ensureClient}
 */
export async function clientFor(ctx: RequestContext): Promise<string> {
  const { asking } = ctx;
  // Tabs of a development browser share one client, which they agree on in the database.
  if (asking.clientId || asking.carriage?.carrier === 'dev_browser') return ensureClient(ctx);
  const { carriage } = asking;
  const { row, token } = newClient(ctx, { native: carriage?.carrier === 'native', cookie: carriage?.carrier === 'cookie' });
  asking.clientId = row.id;
  asking.newClient = { row, written: null };
  if (carriage) carriage.newToken = token;
  return row.id;
}

/** Whether nobody but this request can know the client. */
export function isNewClient({ asking }: RequestContext, id: string): boolean {
  return asking.newClient?.row.id === id;
}

/** Reads a client that is about to change, and keeps others from it; a new one is in nobody's way. */
export async function openClient(ctx: RequestContext, id: string): Promise<ClientRow> {
  const { newClient } = ctx.asking;
  return newClient?.row.id === id ? newClient.row : lockClient(ctx, id);
}

/** Changes a client's columns, or writes a new one down with them. Once a transaction for a new one. */
export async function writeClient(ctx: RequestContext, id: string, columns: ClientColumns): Promise<void> {
  const { newClient } = ctx.asking;
  if (newClient?.row.id !== id) return updateClient(ctx, id, columns);
  const client = { ...newClient.row, ...columns };
  await insertClient(ctx, client);
  newClient.written = { client, session: null };
}

/** Notes the session for which a new client was written down. */
export function noteFirstSession({ asking: { newClient } }: RequestContext, session: SessionRow): void {
  if (newClient?.written?.client.id === session.client_id) newClient.written.session = session;
}

/**
 * To be called once a new client is committed: it is one like any other from now on, and its browser
 * must not lose it. All that there is of it is at hand.
 *
 * @param person whose session it is
 */
export function keepNewClient(ctx: RequestContext, person: UserAggregate | null): void {
  const { asking } = ctx;
  const written = asking.newClient?.written;
  if (!written) return;
  asking.newClient = null;
  handOutToken(ctx);
  const { client, session } = written;
  asking.presence = { client, sessions: session ? [session] : [], ...(person ? { owners: new Map([[person.user.id, person]]) } : {}) };
}
