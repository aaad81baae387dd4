import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { findClient } from '../clients/service.ts';
import * as store from './store.ts';
import type { SignInRow } from './tables.ts';

/**
 * A sign-in of the asking client, also one that is finished or was replaced.
 *
 * @throws ApiError `resource_not_found` when it is somebody else's, abandoned or not there
 */
export async function ownSignIn(ctx: RequestContext, id: string): Promise<SignInRow> {
  return requireOwn(ctx, await store.find(ctx.db, ctx.instance.id, id));
}

/**
 * The sign-in that the asking client is in the middle of.
 *
 * @throws ApiError as {@link ownSignIn}; `resource_forbidden` when a newer sign-in took its place
 */
export async function currentSignIn(ctx: RequestContext, id: string): Promise<SignInRow> {
  return requireCurrent(ctx, await ownSignIn(ctx, id));
}

/** {@link currentSignIn}, held until the transaction ends. */
export async function lockCurrentSignIn(ctx: RequestContext, id: string): Promise<SignInRow> {
  return requireCurrent(ctx, requireOwn(ctx, await store.findForUpdate(ctx.db, ctx.instance.id, id)));
}

/** The sign-in that a client is in the middle of, if it still counts. */
export async function findCurrentSignIn(ctx: Context, id: string | null): Promise<SignInRow | null> {
  const row = id === null ? undefined : await store.find(ctx.db, ctx.instance.id, id);
  return row && row.created_session_id === null && row.abandon_at > now(ctx) ? row : null;
}

/** Takes its proof away from a sign-in, for the sign-up to which it is carried over: a verification belongs to one. */
export async function takeProof(ctx: Context, { id }: SignInRow): Promise<void> {
  await store.update(ctx.db, ctx.instance.id, id, { first_factor_verification_id: null, updated_at: now(ctx) });
}

async function requireCurrent(ctx: RequestContext, row: SignInRow): Promise<SignInRow> {
  if (row.created_session_id !== null) return row;
  const client = await findClient(ctx, row.client_id);
  if (client?.sign_in_id !== row.id) throw apiError('resource_forbidden', { longMessage: 'A newer sign-in has taken the place of this one. Go on with that one.' });
  return row;
}

function requireOwn(ctx: RequestContext, row: SignInRow | undefined): SignInRow {
  if (!row || row.client_id !== ctx.asking.clientId || row.abandon_at <= now(ctx)) {
    throw apiError('resource_not_found', { longMessage: 'This sign-in does not exist on this device. Please start again.' });
  }
  return row;
}
