import { createHmac, timingSafeEqual } from 'node:crypto';
import { apiError, type ApiError } from '@foyer/protocol/errors';
import { isTestEmailAddress, isTestPhoneNumber, TEST_CODE } from '@foyer/protocol/test-identities';
import { testModeOn } from '../../instances/environment/auth-config.ts';
import { after, MINUTE, SECOND } from '../../platform/clock.ts';
import { now, type Context, type Instance } from '../../platform/context.ts';
import { randomCode, randomSecret } from '../../platform/crypto.ts';
import type { Json } from '../../platform/database/tables.ts';
import { newId } from '../../platform/ids.ts';
import { verificationStatus } from './status.ts';
import * as store from './store.ts';
import type { VerificationRow } from './tables.ts';

/** How long a code, a link or a challenge is good. */
export const CODE_TTL = 10 * MINUTE;

/** Wrong guesses after which a code is dead: five in a million is the chance that is left to a guesser. */
export const MAX_ATTEMPTS = 5;

/** Least time between two codes of the same attempt. Source: errors/frontend-api (verification_code_too_many_requests). */
export const RESEND_AFTER = 30 * SECOND;

/** Codes that one address or number can be sent while a code lives, by whomever. */
const MAX_CODES_TO_TARGET = 20;

/** What a code is made for. */
export interface NewCode {
  strategy: string;
  channel?: string | null;
  /** Email address (lower case) or E.164 number. */
  target: string;
  clientId: string | null;
  /** The verification that this one follows in the same attempt: asking again too soon is refused. */
  previous?: VerificationRow | null;
}

export interface StartedCode {
  verification: VerificationRow;
  code: string;
  /** Whether the code must be sent: test identities know theirs. */
  deliver: boolean;
}

/**
 * Starts a verification by a code of six digits. The caller sends the code.
 *
 * @throws ApiError `verification_code_too_many_requests` within 30 seconds of the previous code,
 *   `verification_code_rate_limit_exceeded` when very many codes went to this target
 */
export async function startCode(ctx: Context, wanted: NewCode): Promise<StartedCode> {
  const testing = isTestIdentity(ctx.instance, wanted.target);
  const code = testing ? TEST_CODE : randomCode();
  return { verification: await start(ctx, wanted, code), code, deliver: !testing };
}

/** A verification by a link that must be opened; the caller sends it. */
export interface StartedLink {
  verification: VerificationRow;
  /** Names the verification and carries its secret: what {@link readLinkToken} reads. */
  token: string;
  deliver: boolean;
}

/**
 * Starts a verification by a link. Its secret is checked as a code is, by {@link checkCode}.
 *
 * @param data kept with the verification, for when the link is opened
 * @throws ApiError as {@link startCode}
 */
export async function startLink(ctx: Context, wanted: NewCode, data: Json): Promise<StartedLink> {
  const secret = randomSecret();
  const verification = await start(ctx, wanted, secret, data);
  return { verification, token: `${verification.id}.${secret}`, deliver: !isTestIdentity(ctx.instance, wanted.target) };
}

/** The two halves of a link's token. */
export interface LinkToken {
  verificationId: string;
  secret: string;
}

/** What a link's token says; `null` when it is none. */
export function readLinkToken(token: string): LinkToken | null {
  const [verificationId, secret, ...rest] = token.split('.');
  return verificationId && secret && rest.length === 0 ? { verificationId, secret } : null;
}

/** The verification of a link whose token is genuine; looking at it uses nothing up. */
export async function findByLink(ctx: Context, { verificationId, secret }: LinkToken): Promise<VerificationRow | null> {
  const row = await store.find(ctx.db, ctx.instance.id, verificationId);
  return row?.code_hash && timingSafeEqual(row.code_hash, hashCode(ctx, verificationId, secret)) ? row : null;
}

async function start(ctx: Context, wanted: NewCode, secret: string, data: Json = {}): Promise<VerificationRow> {
  const { strategy, target, clientId } = wanted;
  if (!isTestIdentity(ctx.instance, target)) {
    refuseTooSoon(ctx, wanted);
    await refuseTooMany(ctx, target);
  }
  const id = newId(ctx, 'verification');
  return store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    id,
    strategy,
    channel: wanted.channel ?? null,
    target,
    code_hash: hashCode(ctx, id, secret),
    client_id: clientId,
    created_at: now(ctx),
    expires_at: after(now(ctx), CODE_TTL),
    data,
  });
}

/** Whether nothing is sent to this address or number and the fixed code verifies it. */
export function isTestIdentity(instance: Instance, target: string): boolean {
  return testModeOn(instance) && (isTestEmailAddress(target) || isTestPhoneNumber(target));
}

/**
 * Whether a guess was right. A refusal is a value, so that what was counted can be committed;
 * `wrong` tells a wrong guess from one that came too late.
 */
export type CodeOutcome = { verification: VerificationRow } | { refusal: ApiError; wrong: boolean };

/**
 * Counts and judges one guess at a code. Right only once, only before the code expires, only for
 * the address or number to which the code went, and only within the first few guesses.
 */
export async function checkCode(
  ctx: Context,
  verificationId: string | null,
  code: string,
  { target, clientId = null }: { target: string; clientId?: string | null },
): Promise<CodeOutcome> {
  if (verificationId === null) return { refusal: apiError('verification_missing'), wrong: false };
  const instanceId = ctx.instance.id;
  const codeHash = hashCode(ctx, verificationId, code);
  const row = await store.guess(ctx.db, instanceId, verificationId, { codeHash, target, clientId, maxAttempts: MAX_ATTEMPTS, now: now(ctx) });
  if (!row) return { refusal: whyNotOpen(ctx, await store.find(ctx.db, instanceId, verificationId)), wrong: false };
  if (row.verified_at !== null) return { verification: row };
  return { refusal: row.failed_at === null ? apiError('form_code_incorrect', { param: 'code' }) : apiError('verification_failed'), wrong: true };
}

/**
 * {@link checkCode} for callers outside a transaction, where throwing undoes nothing.
 *
 * @throws ApiError `form_code_incorrect`, `verification_failed`, `verification_expired`,
 *   `verification_already_verified` or `verification_missing`
 */
export async function attemptCode(ctx: Context, verificationId: string | null, code: string, about: { target: string; clientId?: string | null }): Promise<VerificationRow> {
  const outcome = await checkCode(ctx, verificationId, code, about);
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.verification;
}

function whyNotOpen(ctx: Context, row: VerificationRow | undefined): ApiError {
  const status = row && verificationStatus(row, now(ctx));
  if (status === 'verified') return apiError('verification_already_verified');
  if (status === 'failed') return apiError('verification_failed');
  if (status === 'expired') return apiError('verification_expired');
  return apiError('verification_missing');
}

function refuseTooSoon(ctx: Context, { strategy, target, previous }: NewCode): void {
  if (!previous || previous.strategy !== strategy || previous.target !== target) return;
  if (verificationStatus(previous, now(ctx)) !== 'unverified') return;
  const wait = after(previous.created_at, RESEND_AFTER).getTime() - now(ctx).getTime();
  if (wait > 0) throw apiError('verification_code_too_many_requests', { retryAfter: Math.ceil(wait / SECOND) });
}

/** Keeps strangers from flooding someone's inbox or phone through fresh attempts. */
async function refuseTooMany(ctx: Context, target: string): Promise<void> {
  if (!ctx.platform.config.rateLimits) return;
  const sent = await store.sentSince(ctx.db, ctx.instance.id, target, after(now(ctx), -CODE_TTL));
  const decisive = sent[MAX_CODES_TO_TARGET - 1];
  if (!decisive) return;
  const wait = after(decisive, CODE_TTL).getTime() - now(ctx).getTime();
  throw apiError('verification_code_rate_limit_exceeded', { retryAfter: Math.ceil(wait / SECOND) });
}

/** A million codes are soon tried, so their hash needs a key that is not in the database. */
function hashCode(ctx: Context, verificationId: string, code: string): Buffer {
  return createHmac('sha256', ctx.platform.vault.signingKey('verification-code')).update(`${verificationId}:${code}`).digest();
}
