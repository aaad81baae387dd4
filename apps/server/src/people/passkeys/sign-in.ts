import { apiError, type ApiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { markVerified, startChallenge, verificationStatus } from '../verifications/service.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import { readCredential } from './credential.ts';
import { relyingParty } from './relying-party.ts';
import * as store from './store.ts';
import type { PasskeyRow } from './tables.ts';
import { webauthn } from './webauthn.ts';

/**
 * Makes the challenge of a sign-in. It names no credentials: the device shows the person those it has,
 * and we tell nobody who has any.
 */
export async function startPasskeySignIn(ctx: RequestContext, clientId: string): Promise<VerificationRow> {
  const party = relyingParty(ctx);
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' });
  return startChallenge(ctx, { strategy: 'passkey', nonce: JSON.stringify(options), clientId, data: { ...party, challenge: options.challenge } });
}

/** A right signature; `use` makes it count, in the transaction of the attempt. */
export type PasskeyOutcome = { refusal: ApiError } | { userId: string; use(ctx: Context): Promise<{ verification: VerificationRow } | { refusal: ApiError }> };

/**
 * Checks a device's answer to the challenge of a sign-in.
 *
 * @param userId the account that is to be opened, where that is known; else the passkey tells
 * @throws `passkey_invalid_public_key_credential`, `form_param_missing`
 */
export async function checkPasskey(ctx: Context, verification: VerificationRow | null, text: string | null | undefined, userId: string | null, clientId: string): Promise<PasskeyOutcome> {
  const answer = readCredential('authentication', text);
  if (verification?.strategy !== 'passkey' || verificationStatus(verification, now(ctx)) !== 'unverified') return { refusal: apiError('passkey_invalid_verification') };
  const passkey = await store.findByCredential(ctx.db, ctx.instance.id, answer.id);
  if (!passkey || (userId !== null && passkey.user_id !== userId)) return { refusal: apiError('passkey_not_registered') };

  const { data } = verification;
  let counter: number;
  const { verifyAuthenticationResponse } = await webauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: String(data['challenge']),
      expectedOrigin: String(data['origin']),
      expectedRPID: passkey.rp_id,
      credential: { ...keyOf(passkey), counter: passkey.counter },
      requireUserVerification: true,
    });
    if (!verified) return { refusal: apiError('passkey_authentication_failure') };
    counter = authenticationInfo.newCounter;
  } catch (cause) {
    // The library throws for everything that is not as it must be; its words are for the log.
    return { refusal: apiError('passkey_authentication_failure', { cause }) };
  }
  return {
    userId: passkey.user_id,
    async use(ctx) {
      const proved = await markVerified(ctx, verification.id, clientId);
      if (!proved) return { refusal: apiError('passkey_invalid_verification') };
      if (!(await store.noteUse(ctx.db, passkey, counter, now(ctx)))) return { refusal: apiError('passkey_authentication_failure') };
      return { verification: proved };
    },
  };
}

function keyOf(passkey: PasskeyRow): { id: string; publicKey: Uint8Array<ArrayBuffer> } {
  const { id, credential_id: credentialId, public_key: publicKey } = passkey;
  if (credentialId === null || publicKey === null) throw new Error(`Passkey ${id} counts as set up, but has no key.`);
  return { id: credentialId, publicKey: new Uint8Array(publicKey) };
}
