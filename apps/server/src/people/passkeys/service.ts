import { apiError } from '@foyer/protocol/errors';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import Bowser from 'bowser';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { askingUser, type RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { loadUser, lockedUser, notifyUser, primaryIdentifier } from '../users/service.ts';
import { find as findVerification, markVerified, startChallenge, verificationStatus } from '../verifications/service.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import { readCredential } from './credential.ts';
import { relyingParty } from './relying-party.ts';
import * as store from './store.ts';
import type { PasskeyRow } from './tables.ts';
import { webauthn } from './webauthn.ts';

export { checkPasskey, startPasskeySignIn } from './sign-in.ts';

/** Passkeys that one person may have (sign-up-sign-in-options). */
const MOST = 10;
const NAME_MAX = 256;

/** ES256 and RS256: what devices have; the strongest that both sides know is taken (WebAuthn §5.8.5). */
const ALGORITHMS = [-7, -257];

/**
 * Begins to set a passkey up for the person who asks: makes the challenge for their device.
 *
 * @throws `passkey_quota_exceeded`; what {@link relyingParty} throws
 */
export function startPasskey(ctx: RequestContext): Promise<{ row: PasskeyRow; verification: VerificationRow }> {
  const party = relyingParty(ctx);
  return transaction(ctx, async (ctx) => {
    const { userId, clientId } = askingUser(ctx);
    await lockedUser(ctx, userId);
    const person = await loadUser(ctx, userId);
    if (person.passkeys.length >= MOST) throw apiError('passkey_quota_exceeded');
    const identifier = primaryIdentifier(person);
    const { generateRegistrationOptions } = await webauthn();
    const options = await generateRegistrationOptions({
      rpName: ctx.instance.settings.display.application_name,
      rpID: party.id,
      userID: new Uint8Array(Buffer.from(userId)),
      userName: identifier,
      userDisplayName: [person.user.first_name, person.user.last_name].filter(Boolean).join(' ') || identifier,
      attestationType: 'none',
      // One for each device is enough.
      excludeCredentials: person.passkeys.flatMap(({ credential_id: id }) => (id === null ? [] : [{ id }])),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    const verification = await startChallenge(ctx, { strategy: 'passkey', nonce: JSON.stringify(options), clientId, data: { ...party, challenge: options.challenge } });
    await store.removeUnfinished(ctx.db, ctx.instance.id, userId);
    const row = await store.insert(ctx.db, {
      instance_id: ctx.instance.id,
      id: newId(ctx, 'passkey'),
      user_id: userId,
      name: nameOfDevice(ctx.http.userAgent),
      rp_id: party.id,
      verification_id: verification.id,
      created_at: now(ctx),
      updated_at: now(ctx),
    });
    return { row, verification };
  });
}

/**
 * Finishes setting a passkey up with the device's answer to the challenge.
 *
 * @throws `passkey_invalid_public_key_credential`, `passkey_registration_failure`, `passkey_invalid_verification`
 *   when the challenge is used or too old, `passkey_quota_exceeded`, `resource_not_found`
 */
export async function confirmPasskey(ctx: RequestContext, id: string, text: string | null | undefined): Promise<PasskeyRow> {
  const answer = readCredential('registration', text);
  const { userId, clientId } = askingUser(ctx);
  const passkey = await getPasskey(ctx, id, userId);
  const verification = await findVerification(ctx, passkey.verification_id);
  if (!verification || verificationStatus(verification, now(ctx)) !== 'unverified') throw apiError('passkey_invalid_verification');
  const credential = await registered(verification, answer);

  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    if ((await store.listOf(ctx.db, ctx.instance.id, [userId])).length >= MOST) throw apiError('passkey_quota_exceeded');
    if (!(await markVerified(ctx, verification.id, clientId))) throw apiError('passkey_invalid_verification');
    const row = await refusingKnown(store.confirm(ctx.db, ctx.instance.id, id, { ...credential, verified_at: now(ctx) }));
    if (!row) throw apiError('passkey_invalid_verification');
    await notifyUser(ctx, user, 'passkey_added', { name: row.name });
    await emit(ctx, 'user.factors_changed', { userId });
    await emit(ctx, 'user.updated', { userId });
    return row;
  });
}

async function registered({ data }: VerificationRow, response: RegistrationResponseJSON) {
  const { verifyRegistrationResponse } = await webauthn();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: String(data['challenge']),
      expectedOrigin: String(data['origin']),
      expectedRPID: String(data['id']),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) throw apiError('passkey_registration_failure');
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credential_id: id, public_key: Buffer.from(publicKey), counter };
  } catch (cause) {
    // The library throws for everything that is not as it must be; its words are for the log.
    throw apiError('passkey_registration_failure', { cause });
  }
}

/** @throws `resource_not_found` */
export async function getPasskey(ctx: Context, id: string, userId: string): Promise<PasskeyRow> {
  const row = await store.find(ctx.db, ctx.instance.id, id);
  if (!row || row.user_id !== userId) throw apiError('resource_not_found');
  return row;
}

/** @throws `form_param_nil`, `form_param_max_length_exceeded`, `resource_not_found` */
export function renamePasskey(ctx: Context, id: string, userId: string, text: string): Promise<PasskeyRow> {
  const name = text.trim();
  if (name === '') throw apiError('form_param_nil', { param: 'name' });
  if (name.length > NAME_MAX) throw apiError('form_param_max_length_exceeded', { param: 'name', values: { max: NAME_MAX } });
  return transaction(ctx, async (ctx) => {
    await getPasskey(ctx, id, userId);
    const row = await store.rename(ctx.db, ctx.instance.id, id, name, now(ctx));
    if (!row) throw apiError('resource_not_found');
    await emit(ctx, 'user.updated', { userId });
    return row;
  });
}

/** @throws `resource_not_found` */
export function removePasskey(ctx: Context, id: string, userId: string): Promise<PasskeyRow> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    const row = await getPasskey(ctx, id, userId);
    await store.remove(ctx.db, ctx.instance.id, id);
    if (row.verified_at !== null) await notifyUser(ctx, user, 'passkey_removed', { name: row.name });
    await emit(ctx, 'user.factors_changed', { userId });
    await emit(ctx, 'user.updated', { userId });
    return row;
  });
}

/** Takes a user all passkeys, also those that they have only begun to set up. Runs in a transaction. */
export function removePasskeysOf(ctx: Context, userId: string): Promise<void> {
  return store.removeOf(ctx.db, ctx.instance.id, userId);
}

/** What a passkey is called until its owner gives it a name. */
function nameOfDevice(userAgent: string): string {
  if (userAgent === '') return 'Passkey';
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(' on ') || 'Passkey';
}

async function refusingKnown<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? apiError('passkey_registration_failure', { cause: error }) : error;
  }
}
