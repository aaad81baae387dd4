import { randomBytes } from 'node:crypto';
import { apiError, type ApiError } from '@foyer/protocol/errors';
import { after } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { CHALLENGE_TTL, markVerified, startChallenge, verificationStatus } from '../verifications/service.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import { askNode, isBytes, isSignedByContract } from './contract-wallet.ts';
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

/** What a signature is judged by. */
interface WalletProof {
  strategy: string;
  wallet: string;
  signature: string;
  clientId: string;
  /** Nobody has this wallet: everything is as for one that somebody has, but no signature is right. */
  decoy: boolean;
}

type Outcome = { verification: VerificationRow } | { refusal: ApiError };

/**
 * Checks a wallet's signature of the text that was made for it. A node of the chain may be asked, and so
 * this must not be called inside a transaction; what it returns counts once and runs in the attempt's.
 *
 * @throws `service_unavailable` when a contract wallet could not be asked
 */
export async function checkWalletProof(ctx: Context, verification: VerificationRow | null, { strategy, wallet, signature, clientId, decoy }: WalletProof): Promise<(ctx: Context) => Promise<Outcome>> {
  if (verification?.strategy !== strategy || verification.target !== wallet || verification.message === null) return async () => ({ refusal: apiError('verification_missing') });
  const status = verificationStatus(verification, now(ctx));
  if (status === 'expired') return async () => ({ refusal: apiError('verification_expired') });
  if (status === 'verified') return async () => ({ refusal: apiError('verification_already_verified') });
  const refusal = await whyNotSigned(ctx, { wallet, message: verification.message, signature });
  if (refusal || decoy) return async () => ({ refusal: refusal ?? incorrect() });
  return async (ctx) => {
    const proved = await markVerified(ctx, verification.id, clientId);
    return proved ? { verification: proved } : { refusal: apiError('verification_already_verified') };
  };
}

/** Most wallets are a key; a few are a contract, which alone knows what it signs with. */
async function whyNotSigned({ platform }: Context, proof: { wallet: string; message: string; signature: string }): Promise<ApiError | null> {
  const signer = signerOf(proof.message, proof.signature);
  if (signer === proof.wallet) return null;
  const { ethereumRpcUrl } = platform.config;
  if (ethereumRpcUrl !== undefined) return (await isSignedByContract(askNode(ethereumRpcUrl), proof)) ? null : incorrect();
  const ofContract = signer === null && isBytes(proof.signature);
  return ofContract ? incorrect('This is the signature of a contract wallet, which cannot be checked here. Use a wallet with a key of its own.') : incorrect();
}

function incorrect(longMessage?: string): ApiError {
  return apiError('form_incorrect_signature', { param: 'signature', ...(longMessage === undefined ? {} : { longMessage }) });
}
