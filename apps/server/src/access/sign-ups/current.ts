import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { findClient } from '../clients/service.ts';
import * as store from './store.ts';
import type { SignUpRow } from './tables.ts';

/**
 * A sign-up of the asking client, also one that is finished or was replaced.
 *
 * @throws ApiError `resource_not_found` when it is somebody else's, abandoned or not there
 */
export async function ownSignUp(ctx: RequestContext, id: string): Promise<SignUpRow> {
  return requireOwn(ctx, await store.find(ctx.db, ctx.instance.id, id));
}

/**
 * The sign-up that the asking client is in the middle of.
 *
 * @param id the current one, whichever it is, without it
 * @throws ApiError as {@link ownSignUp}; `resource_forbidden` when a newer sign-up took its place,
 *   `sign_up_cannot_be_updated` when it is finished
 */
export function currentSignUp(ctx: RequestContext, id: string | null): Promise<SignUpRow> {
  return current(ctx, id, store.find);
}

/** {@link currentSignUp}, held until the transaction ends. */
export function lockCurrentSignUp(ctx: RequestContext, id: string | null): Promise<SignUpRow> {
  return current(ctx, id, store.findForUpdate);
}

async function current(ctx: RequestContext, id: string | null, read: typeof store.find): Promise<SignUpRow> {
  const client = ctx.asking.clientId === null ? null : await findClient(ctx, ctx.asking.clientId);
  const wanted = id ?? client?.sign_up_id ?? null;
  const row = requireOwn(ctx, wanted === null ? undefined : await read(ctx.db, ctx.instance.id, wanted));
  if (row.created_user_id !== null) throw apiError('sign_up_cannot_be_updated');
  if (client?.sign_up_id !== row.id) throw apiError('resource_forbidden', { longMessage: 'A newer sign-up has taken the place of this one. Go on with that one.' });
  return row;
}

/** The sign-up that a client is in the middle of, if it still counts. */
export async function findCurrentSignUp(ctx: Context, id: string | null): Promise<SignUpRow | null> {
  const row = id === null ? undefined : await store.find(ctx.db, ctx.instance.id, id);
  return row && row.created_user_id === null && row.abandon_at > now(ctx) ? row : null;
}

function requireOwn(ctx: RequestContext, row: SignUpRow | undefined): SignUpRow {
  if (!row || row.client_id !== ctx.asking.clientId || row.abandon_at <= now(ctx)) {
    throw apiError('resource_not_found', { longMessage: 'This sign-up does not exist on this device. Please start again.' });
  }
  return row;
}
