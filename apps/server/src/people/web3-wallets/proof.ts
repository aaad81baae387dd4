import { randomBytes } from 'node:crypto';
import { apiError, type ApiError } from '@foyer/protocol/errors';
import { after } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { CHALLENGE_TTL, markVerified, startChallenge, verificationStatus } from '../verifications/service.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import { signInMessage } from './message.ts';
import { signerOf } from './signature.ts';

/**
 * Makes the text that a wallet is to sign.
 *
 * @throws `origin_missing` where no page asks: the text names it
 */
export function startWalletProof(ctx: RequestContext, { strategy, wallet, clientId }: { strategy: string; wallet: string; clientId: string }): Promise<VerificationRow> {
  const { origin } = ctx.http;
  if (!URL.canParse(origin)) throw apiError('origin_missing');
  const nonce = randomBytes(16).toString('hex');
  const issuedAt = now(ctx);
  const applicationName = ctx.instance.settings.display.application_name;
  const message = signInMessage({ origin, wallet, applicationName, nonce, issuedAt, expiresAt: after(issuedAt, CHALLENGE_TTL) });
  return startChallenge(ctx, { strategy, target: wallet, nonce, message, clientId });
}

/** Checks a wallet's signature of the text that was made for it; counts once. Runs in the transaction of the attempt. */
export async function checkWalletProof(
  ctx: Context,
  verification: VerificationRow | null,
  { strategy, wallet, signature, clientId }: { strategy: string; wallet: string; signature: string; clientId: string },
): Promise<{ verification: VerificationRow } | { refusal: ApiError }> {
  if (verification?.strategy !== strategy || verification.target !== wallet || verification.message === null) return { refusal: apiError('verification_missing') };
  const status = verificationStatus(verification, now(ctx));
  if (status === 'expired') return { refusal: apiError('verification_expired') };
  if (status === 'verified') return { refusal: apiError('verification_already_verified') };
  if (signerOf(verification.message, signature) !== wallet) return { refusal: apiError('form_incorrect_signature', { param: 'signature' }) };
  const proved = await markVerified(ctx, verification.id, clientId);
  return proved ? { verification: proved } : { refusal: apiError('verification_already_verified') };
}
