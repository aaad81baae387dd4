import { apiError, type ApiError } from '@foyer/protocol/errors';
import { signJwt } from '../../instances/keys/signing-keys.ts';
import { after, DAY, HOUR, MINUTE, SECOND, toSeconds } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { hashSecret } from '../../platform/crypto.ts';
import { newId } from '../../platform/ids.ts';
import { requireMetadata } from '../../people/metadata/check.ts';
import { getUser } from '../../people/users/service.ts';
import { ticketStatus } from './status.ts';
import * as store from './store.ts';
import type { SignInTokenRow, TokenKind } from './tables.ts';

/** Lives of tokens that are not told another, in seconds. Sources: custom-flows/embedded-email-links, bapi/CreateActorToken. */
const DEFAULT_LIVES: Record<TokenKind, number> = { sign_in_token: (30 * DAY) / SECOND, actor_token: HOUR / SECOND };
/** Longest life, in seconds: ten years are enough for any purpose, and a date that every database knows. */
const LONGEST_LIFE = (3650 * DAY) / SECOND;
/** How long someone may act as somebody else unless a server says otherwise, in seconds (bapi/CreateActorToken). */
const DEFAULT_IMPERSONATION = (30 * MINUTE) / SECOND;

export interface NewSignInToken {
  userId: string;
  /** Seconds. */
  expiresIn?: number | null;
}

export interface NewActorToken extends NewSignInToken {
  /** Who will be acting: becomes the `act` claim of session tokens. */
  actor: Json;
  /** Seconds. */
  sessionMaxDuration?: number | null;
}

/** A token with its row; it is readable only now. */
export interface CreatedToken {
  row: SignInTokenRow;
  token: string;
}

/**
 * Makes a single-use token that signs a user in without anything else.
 *
 * @throws ApiError `resource_not_found` when there is no such user, `form_param_value_too_large`
 */
export function createSignInToken(ctx: Context, wanted: NewSignInToken): Promise<CreatedToken> {
  return create(ctx, 'sign_in_token', wanted, { actor: null, session_max_duration_in_seconds: null });
}

/**
 * Makes a single-use token by which somebody signs in as a user.
 *
 * @throws ApiError `resource_not_found` when there is no such user, `form_param_value_too_large`, `form_param_exceeds_allowed_size`
 */
export async function createActorToken(ctx: Context, wanted: NewActorToken): Promise<CreatedToken> {
  const duration = wanted.sessionMaxDuration ?? DEFAULT_IMPERSONATION;
  refuseTooLong('session_max_duration_in_seconds', duration);
  return create(ctx, 'actor_token', wanted, { actor: requireMetadata('actor', wanted.actor), session_max_duration_in_seconds: duration });
}

/** A token is a JWT that says what it is, but it counts only because its hash is stored. */
async function create(ctx: Context, kind: TokenKind, { userId, expiresIn }: NewSignInToken, session: Pick<SignInTokenRow, 'actor' | 'session_max_duration_in_seconds'>): Promise<CreatedToken> {
  const life = expiresIn ?? DEFAULT_LIVES[kind];
  refuseTooLong('expires_in_seconds', life);
  await getUser(ctx, userId);
  const id = newId(ctx, kind);
  const expiresAt = after(now(ctx), life * SECOND);
  const token = await signJwt(ctx, { iid: ctx.instance.id, sid: id, st: kind, iat: toSeconds(now(ctx)), exp: toSeconds(expiresAt) });
  const row = await store.insert(ctx.db, {
    ...session,
    instance_id: ctx.instance.id,
    id,
    user_id: userId,
    token_hash: hashSecret(token),
    url: null,
    used_at: null,
    revoked_at: null,
    expires_at: expiresAt,
    created_at: now(ctx),
    updated_at: now(ctx),
  });
  return { row, token };
}

function refuseTooLong(param: string, seconds: number): void {
  if (seconds > LONGEST_LIFE) throw apiError('form_param_value_too_large', { param, values: { max: LONGEST_LIFE } });
}

/**
 * Revokes a token that is still pending.
 *
 * @throws ApiError `resource_not_found`, `sign_in_token_cannot_be_revoked_code`, `actor_token_cannot_be_revoked_code`
 */
export async function revokeToken(ctx: Context, kind: TokenKind, id: string): Promise<SignInTokenRow> {
  const revoked = await store.revoke(ctx.db, ctx.instance.id, id, kind, now(ctx));
  if (revoked) return revoked;
  throw apiError((await store.find(ctx.db, ctx.instance.id, id, kind)) ? `${kind}_cannot_be_revoked_code` : 'resource_not_found');
}

/**
 * Uses a token, once.
 *
 * @throws ApiError `ticket_invalid_code`, `ticket_expired_code`; for sign-in tokens `sign_in_token_already_used_code` and
 *   `sign_in_token_revoked_code`, for actor tokens the same of their own
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
 * Refuses a ticket where someone signs up: these tokens only sign in.
 *
 * @throws ApiError `sign_in_token_not_in_sign_in_code`, `actor_token_not_in_sign_in_code`, `ticket_invalid_code`
 */
export async function refuseOutsideSignIn(ctx: Context, token: string): Promise<never> {
  throw apiError(`${kindOf(await findSignInToken(ctx, token))}_not_in_sign_in_code`, { param: 'ticket' });
}

export function kindOf({ actor }: Pick<SignInTokenRow, 'actor'>): TokenKind {
  return actor === null ? 'sign_in_token' : 'actor_token';
}

function whyNotUsable(row: SignInTokenRow | undefined): ApiError {
  if (!row) return apiError('ticket_invalid_code', { param: 'ticket' });
  const status = ticketStatus(row);
  if (status === 'accepted') return apiError(`${kindOf(row)}_already_used_code`);
  return apiError(status === 'revoked' ? `${kindOf(row)}_revoked_code` : 'ticket_expired_code');
}
