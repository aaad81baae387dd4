import { apiError } from '@foyer/protocol/errors';
import { after, DAY, SECOND } from '../../platform/clock.ts';
import { now, transaction, type Context } from '../../platform/context.ts';
import { hashSecret, randomSecret } from '../../platform/crypto.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { noteChange, noteChangeOf } from '../authority/carriage.ts';
import { handOutToken } from '../authority/hand-out.ts';
import { attachClient, lockDevBrowser } from '../dev-browsers/service.ts';
import * as store from './store.ts';
import type { ClientRow } from './tables.ts';

export type { ClientColumns } from './store.ts';

/**
 * How long the `__client` cookie lives. Sessions end by their own rules; browsers cap cookies at 400
 * days anyway.
 */
export const CLIENT_COOKIE_LIFETIME = 365 * DAY;

/** How long a replaced client token is still honoured, for requests that were on their way. */
export const REPLACED_TOKEN_GRACE = 10 * SECOND;

export async function findClient(ctx: Context, id: string): Promise<ClientRow | null> {
  return (await store.find(ctx.db, ctx.instance.id, id)) ?? null;
}

/**
 * Finds the client that a token speaks for: its present token, or the one before for a moment.
 *
 * @returns `null` for tokens that are unknown, replaced or of a client that has ended
 */
export async function findClientByToken(ctx: Context, token: string): Promise<{ client: ClientRow; replaced: boolean } | null> {
  const hash = hashSecret(token);
  const client = await store.findByToken(ctx.db, ctx.instance.id, hash);
  if (client) return { client, replaced: false };
  const former = await store.findByPreviousToken(ctx.db, ctx.instance.id, hash);
  if (!former || after(former.token_rotated_at, REPLACED_TOKEN_GRACE) < now(ctx)) return null;
  return { client: former, replaced: true };
}

/** How a client will be carried, as far as it shows on the client. */
interface Carried {
  native: boolean;
  cookie: boolean;
}

/** A client that nobody carries yet, not written down. Its token is a secret that is readable only now. */
export function newClient(ctx: Context, carried: Carried): { row: ClientRow; token: string } {
  const at = now(ctx);
  const token = randomSecret();
  const row: ClientRow = {
    instance_id: ctx.instance.id,
    id: newId(ctx, 'client'),
    token_hash: hashSecret(token),
    previous_token_hash: null,
    token_rotated_at: at,
    native: carried.native,
    last_active_session_id: null,
    last_authentication_strategy: null,
    sign_in_id: null,
    sign_up_id: null,
    captcha_bypass: false,
    captcha_passed_at: null,
    cookie_expires_at: carried.cookie ? after(at, CLIENT_COOKIE_LIFETIME) : null,
    ended_at: null,
    created_at: at,
    updated_at: at,
  };
  return { row, token };
}

export function insertClient(ctx: Context, row: ClientRow): Promise<void> {
  return store.insert(ctx.db, row);
}

/** Creates a client that nobody carries yet. */
export async function createClient(ctx: Context, carried: Carried): Promise<{ id: string; token: string }> {
  const { row, token } = newClient(ctx, carried);
  await insertClient(ctx, row);
  return { id: row.id, token };
}

/**
 * Makes sure that whoever asks has a client, and returns its id. A new one is carried by whatever the
 * request can carry: the development browser, a cookie, or the native app's header.
 *
 * @throws `dev_browser_unauthenticated` in development, when the request carries no known browser
 */
export async function ensureClient(ctx: RequestContext): Promise<string> {
  const { asking } = ctx;
  if (asking.clientId) return asking.clientId;
  const { carriage } = asking;
  if (carriage?.carrier === 'dev_browser') {
    const { devBrowserId } = carriage;
    if (!devBrowserId) throw apiError('dev_browser_unauthenticated');
    asking.clientId = await transaction(ctx, (ctx) => clientOfDevBrowser(ctx, devBrowserId));
  } else {
    const { id, token } = await createClient(ctx, { native: carriage?.carrier === 'native', cookie: carriage?.carrier === 'cookie' });
    asking.clientId = id;
    if (carriage) carriage.newToken = token;
    // A client that stays although the rest of the request fails must not be lost to its browser.
    if (!ctx.db.isTransaction) handOutToken(ctx);
  }
  return asking.clientId;
}

/** Tabs of one browser may ask at the same moment: the first one's client is everyone's. */
async function clientOfDevBrowser(ctx: Context, devBrowserId: string): Promise<string> {
  const { client_id: known } = await lockDevBrowser(ctx, devBrowserId);
  const client = known ? await findClient(ctx, known) : null;
  if (client && client.ended_at === null) return client.id;
  const { id } = await createClient(ctx, { native: false, cookie: false });
  await attachClient(ctx, devBrowserId, id);
  return id;
}

/** Reads a client that is about to change; others that would change it wait. */
export async function lockClient(ctx: Context, id: string): Promise<ClientRow> {
  const client = await store.findForUpdate(ctx.db, ctx.instance.id, id);
  if (!client) throw apiError('client_not_found');
  return client;
}

/** Keeps others from changing who is signed in on these clients until the transaction ends. Taken before any lock on their sessions. */
export function lockClients(ctx: Context, ids: readonly string[]): Promise<void> {
  return store.lockAll(ctx.db, ctx.instance.id, ids);
}

/** Changes a client's columns as they are, without noting a change of who is signed in. */
export function updateClient(ctx: Context, id: string, columns: store.ClientColumns): Promise<void> {
  return store.update(ctx.db, ctx.instance.id, id, columns);
}

/** Notes that someone signed in or out on a client. Its `updated_at` is what becomes `__client_uat`. */
export async function markChanged(ctx: Context, id: string, columns: store.ClientColumns = {}): Promise<void> {
  await updateClient(ctx, id, { ...columns, updated_at: now(ctx) });
  noteChangeOf(ctx, id);
}

/**
 * Gives the asking client a new token, so that one planted or leaked before a sign-in is worth nothing
 * after it (session fixation). The old one is honoured for {@link REPLACED_TOKEN_GRACE}, and sees
 * nothing of what is signed in from now on. Development browsers do not carry the token.
 *
 * @param client held: see {@link lockClient}
 * @returns the columns to write, none where the token stays
 */
export function rotateClientToken(ctx: RequestContext, client: Pick<ClientRow, 'id' | 'token_hash'>): store.ClientColumns {
  const { carriage, clientId: asking } = ctx.asking;
  if (!ctx.instance.settings.session.client_token_rotation || asking !== client.id) return {};
  if (!carriage || carriage.carrier === 'dev_browser' || carriage.newToken !== null) return {};
  const token = randomSecret();
  carriage.newToken = token;
  return { token_hash: hashSecret(token), previous_token_hash: client.token_hash, ...rotatedNow(ctx, carriage.carrier === 'cookie') };
}

/** Puts a new token in the place of the present one and returns it. */
export async function replaceToken(ctx: Context, clientId: string, cookie: boolean): Promise<string> {
  const token = randomSecret();
  await store.replaceToken(ctx.db, ctx.instance.id, clientId, hashSecret(token), rotatedNow(ctx, cookie));
  return token;
}

function rotatedNow(ctx: Context, cookie: boolean): store.ClientColumns {
  const at = now(ctx);
  return { token_rotated_at: at, ...(cookie ? { cookie_expires_at: after(at, CLIENT_COOKIE_LIFETIME) } : {}) };
}

/** Ends a client for good: its token opens nothing any more. Its sessions are ended by the caller. */
export async function endClient(ctx: RequestContext, id: string): Promise<void> {
  const at = now(ctx);
  await store.update(ctx.db, ctx.instance.id, id, { ended_at: at, updated_at: at });
  ctx.asking.clientId = null;
  ctx.asking.sessionId = null;
  ctx.asking.userId = null;
  ctx.asking.actor = null;
  noteChange(ctx);
}

/** One page of all clients, newest first. */
export async function listClients(ctx: Context, page: { limit: number; offset: number; counted: boolean }): Promise<{ rows: ClientRow[]; total: number }> {
  const rows = await store.list(ctx.db, ctx.instance.id, page);
  return { rows, total: page.counted ? await store.count(ctx.db, ctx.instance.id) : rows.length };
}
