import { apiError, type ApiError } from '@foyer/protocol/errors';
import { signJwt } from '../../instances/keys/signing-keys.ts';
import { after, DAY, SECOND, toSeconds } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import { hashSecret } from '../../platform/crypto.ts';
import { newId } from '../../platform/ids.ts';
import { getUser } from '../../people/users/service.ts';
import { ticketStatus } from './status.ts';
import * as store from './store.ts';
import type { SignInTokenRow } from './tables.ts';

/** Life of a sign-in token that is not told another, in seconds. Source: custom-flows/embedded-email-links. */
const DEFAULT_LIFE = (30 * DAY) / SECOND;
/** Longest life, in seconds: ten years are enough for any purpose, and a date that every database knows. */
const LONGEST_LIFE = (3650 * DAY) / SECOND;

export interface NewSignInToken {
  userId: string;
  /** Seconds. */
  expiresIn?: number | null;
}

/**
 * Makes a single-use token that signs a user in without anything else. The token is a JWT that says
 * what it is, but it counts only because its hash is stored.
 *
 * @returns the token, which is readable only now
 * @throws ApiError `resource_not_found` when there is no such user, `form_param_value_too_large`
 */
export async function createSignInToken(ctx: Context, { userId, expiresIn }: NewSignInToken): Promise<{ row: SignInTokenRow; token: string }> {
  const life = expiresIn ?? DEFAULT_LIFE;
  if (life > LONGEST_LIFE) throw apiError('form_param_value_too_large', { param: 'expires_in_seconds', values: { max: LONGEST_LIFE } });
  await getUser(ctx, userId);
  const id = newId(ctx, 'sign_in_token');
  const expiresAt = after(now(ctx), life * SECOND);
  const token = await signJwt(ctx, { iid: ctx.instance.id, sid: id, st: 'sign_in_token', iat: toSeconds(now(ctx)), exp: toSeconds(expiresAt) });
  const row = await store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    id,
    user_id: userId,
    token_hash: hashSecret(token),
    actor: null,
    session_max_duration_in_seconds: null,
    url: null,
    used_at: null,
    revoked_at: null,
    expires_at: expiresAt,
    created_at: now(ctx),
    updated_at: now(ctx),
  });
  return { row, token };
}

/**
 * Revokes a token that is still pending.
 *
 * @throws ApiError `resource_not_found`, `sign_in_token_cannot_be_revoked_code`
 */
export async function revokeSignInToken(ctx: Context, id: string): Promise<SignInTokenRow> {
  const revoked = await store.revoke(ctx.db, ctx.instance.id, id, now(ctx));
  if (revoked) return revoked;
  throw apiError((await store.find(ctx.db, ctx.instance.id, id)) ? 'sign_in_token_cannot_be_revoked_code' : 'resource_not_found');
}

/**
 * Uses a token, once.
 *
 * @throws ApiError `ticket_invalid_code`, `ticket_expired_code`, `sign_in_token_already_used_code`, `sign_in_token_revoked_code`
 */
export async function redeemSignInToken(ctx: Context, token: string): Promise<SignInTokenRow> {
  const hash = hashSecret(token);
  const used = await store.use(ctx.db, ctx.instance.id, hash, now(ctx));
  if (used) return used;
  throw whyNotUsable(await store.findByHash(ctx.db, ctx.instance.id, hash));
}

/**
 * The token behind a ticket, whatever has become of it.
 *
 * @throws ApiError `ticket_invalid_code`
 */
export async function findSignInToken(ctx: Context, token: string): Promise<SignInTokenRow> {
  const row = await store.findByHash(ctx.db, ctx.instance.id, hashSecret(token));
  if (!row) throw apiError('ticket_invalid_code', { param: 'ticket' });
  return row;
}

/**
 * Refuses a ticket where someone signs up: sign-in tokens only sign in.
 *
 * @throws ApiError `sign_in_token_not_in_sign_in_code`, `ticket_invalid_code`
 */
export async function refuseOutsideSignIn(ctx: Context, token: string): Promise<never> {
  await findSignInToken(ctx, token);
  throw apiError('sign_in_token_not_in_sign_in_code', { param: 'ticket' });
}

function whyNotUsable(row: SignInTokenRow | undefined): ApiError {
  if (!row) return apiError('ticket_invalid_code', { param: 'ticket' });
  const status = ticketStatus(row);
  if (status === 'accepted') return apiError('sign_in_token_already_used_code');
  return apiError(status === 'revoked' ? 'sign_in_token_revoked_code' : 'ticket_expired_code');
}
