import { createHmac } from 'node:crypto';
import { HOUR, SECOND, toSeconds } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import { constantTimeEqual } from '../../platform/crypto.ts';
import type { RequestContext } from '../../platform/http/facts.ts';

/** Life of a testing token, in seconds. */
const LIFE = HOUR / SECOND;
/** `<when it was made, in seconds>-c_<signature>` (testing/overview). */
const FORMAT = /^(\d{1,12})-c_([\w-]+)$/;

/** Makes a token by which tests of this instance pass the bot protection for an hour. Nothing is stored: its signature says all. */
export function createTestingToken(ctx: Context): { token: string; expiresAt: number } {
  const madeAt = toSeconds(now(ctx));
  return { token: `${madeAt}-c_${signature(ctx, madeAt)}`, expiresAt: madeAt + LIFE };
}

/** Whether a request carries a valid testing token in `__clerk_testing_token`. */
export function carriesTestingToken(ctx: Context): boolean {
  const { http } = ctx as Partial<RequestContext>;
  const given = http?.query['__clerk_testing_token'];
  const [, madeAtText, signed] = (typeof given === 'string' && FORMAT.exec(given)) || [];
  if (!madeAtText || !signed) return false;
  const madeAt = Number(madeAtText);
  return constantTimeEqual(signed, signature(ctx, madeAt)) && toSeconds(now(ctx)) < madeAt + LIFE;
}

function signature(ctx: Context, madeAt: number): string {
  return createHmac('sha256', ctx.platform.vault.signingKey('testing-token')).update(`${ctx.instance.id}:${madeAt}`).digest('base64url');
}
