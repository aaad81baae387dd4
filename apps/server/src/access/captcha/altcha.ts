import { createHmac } from 'node:crypto';
import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import { after, MINUTE, SECOND } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import { hashSecret } from '../../platform/crypto.ts';
import type { CaptchaProvider } from './provider.ts';
import * as store from './store.ts';

/** How long a challenge may be solved and its proof shown. */
export const CHALLENGE_TTL = 10 * MINUTE;

/**
 * One try takes about a millisecond, and one in 256 succeeds: half a second on a laptop, a few on a
 * slow phone, and half a minute of a core for each hundred sign-ups of a bot. Checking takes one try.
 */
const ALGORITHM = 'PBKDF2/SHA-256';
const COST = 5_000;
const KEY_PREFIX = '00';

const LONGEST_PROOF = 4_096;

const Proof = Type.Object({
  challenge: Type.Object({
    parameters: Type.Object(
      {
        algorithm: Type.String(),
        nonce: Type.String(),
        salt: Type.String(),
        cost: Type.Integer(),
        keyLength: Type.Integer(),
        keyPrefix: Type.String(),
        expiresAt: Type.Integer(),
      },
      { additionalProperties: false },
    ),
    signature: Type.String(),
  }),
  solution: Type.Object({ counter: Type.Integer(), derivedKey: Type.String() }),
});

/** Makes a challenge for a browser to work on (altcha.org, proof of work v2). Nothing is stored: its signature says all. */
export function newChallenge(ctx: Context): Promise<Challenge> {
  return createChallenge({
    algorithm: ALGORITHM,
    cost: COST,
    keyPrefix: KEY_PREFIX,
    deriveKey,
    expiresAt: after(now(ctx), CHALLENGE_TTL),
    hmacSignatureSecret: secretOf(ctx),
  });
}

/** ALTCHA: the browser proves with work that signing up is worth something to it. Needs nobody else, and watches nobody. */
export const altcha: CaptchaProvider = {
  async verify(ctx, { token }) {
    const proof = readProof(token);
    if (!proof) return false;
    const expiresAt = new Date(proof.challenge.parameters.expiresAt * SECOND);
    if (expiresAt <= now(ctx)) return false;
    const { verified } = await verifySolution({ ...proof, deriveKey, hmacSignatureSecret: secretOf(ctx) });
    return verified && store.useUp(ctx.db, { instance_id: ctx.instance.id, challenge: hashSecret(proof.challenge.signature), expires_at: expiresAt });
  },
};

/** Base64 of JSON, as ALTCHA's widgets send it. */
function readProof(token: string): Static<typeof Proof> | null {
  if (token.length > LONGEST_PROOF) return null;
  try {
    const proof: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    return Check(Proof, proof) ? proof : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Each instance has its own: a challenge of another one is worth nothing. */
function secretOf(ctx: Context): string {
  return createHmac('sha256', ctx.platform.vault.signingKey('captcha')).update(ctx.instance.id).digest('hex');
}
