import type { RequestContext } from '../../platform/http/facts.ts';
import { handOutToken } from '../authority/hand-out.ts';
import { ensureClient, lockClient, newClient, updateClient } from './service.ts';
import * as store from './store.ts';
import type { ClientRow } from './tables.ts';

declare module '../../platform/http/facts.ts' {
  interface Asking {
    /** The client of whoever asks while nothing of it is written down: see {@link clientFor}. */
    newClient?: ClientRow | null;
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
  asking.newClient = row;
  if (carriage) carriage.newToken = token;
  return row.id;
}

/** Whether nobody but this request can know the client. */
export function isNewClient({ asking }: RequestContext, id: string): boolean {
  return asking.newClient?.id === id;
}

/** Reads a client that is about to change, and keeps others from it; a new one is in nobody's way. */
export async function openClient(ctx: RequestContext, id: string): Promise<ClientRow> {
  const { newClient } = ctx.asking;
  return newClient?.id === id ? newClient : lockClient(ctx, id);
}

/** Changes a client's columns, or writes a new one down with them. Once a transaction for a new one. */
export async function writeClient(ctx: RequestContext, id: string, columns: store.ClientColumns): Promise<void> {
  const { newClient } = ctx.asking;
  if (newClient?.id !== id) return updateClient(ctx, id, columns);
  await store.insert(ctx.db, { ...newClient, ...columns });
}

/** To be called once a new client is committed: it is one like any other from now on, and its browser must not lose it. */
export function keepNewClient(ctx: RequestContext): void {
  if (!ctx.asking.newClient) return;
  ctx.asking.newClient = null;
  handOutToken(ctx);
}
