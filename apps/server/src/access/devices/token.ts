import { createHmac } from 'node:crypto';
import { DAY } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import { constantTimeEqual } from '../../platform/crypto.ts';

/** How long the link in a message about a new device can sign that device out. */
export const LINK_TTL = 7 * DAY;

/** What signs one session out, for whoever holds it. Nothing is stored: a session can be revoked only once. */
export function signOutToken(ctx: Context, sessionId: string): string {
  const expiry = now(ctx).getTime() + LINK_TTL;
  return `${sessionId}.${expiry}.${signature(ctx, sessionId, expiry)}`;
}

/** The session that a token of this instance is for, and whether it is too late; `null` for what is no such token. */
export function readSignOutToken(ctx: Context, token: string): { sessionId: string; expired: boolean } | null {
  const [sessionId = '', expiry = '', given = '', ...more] = token.split('.');
  if (more.length > 0 || !/^\d{1,15}$/.test(expiry)) return null;
  if (!constantTimeEqual(given, signature(ctx, sessionId, Number(expiry)))) return null;
  return { sessionId, expired: Number(expiry) <= now(ctx).getTime() };
}

function signature({ platform, instance }: Context, sessionId: string, expiry: number): string {
  const key = platform.vault.signingKey('sign-out-device');
  return createHmac('sha256', key).update(`${instance.id}:${sessionId}:${expiry}`).digest('base64url');
}
