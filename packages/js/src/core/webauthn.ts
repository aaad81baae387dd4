/**
 * Passkeys: WebAuthn's options and answers travel as JSON in which every byte string is base64url text
 * (WebAuthn Level 3, §5.1.8 and §5.1.9).
 */
import type { PasskeyCredential } from '../types/passkeys.ts';
import { ClerkWebAuthnError } from './errors.ts';

type Json = Record<string, unknown>;

/** Whether this browser can use passkeys at all. */
export function isWebAuthnSupported(): boolean {
  return typeof window !== 'undefined' && typeof window.PublicKeyCredential === 'function';
}

/** Whether passkeys can be offered inside the identifier field. */
export async function isWebAuthnAutofillSupported(): Promise<boolean> {
  return isWebAuthnSupported() && (await window.PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
}

/** Whether this device itself can hold passkeys (fingerprint, face, PIN). */
export async function isWebAuthnPlatformAuthenticatorSupported(): Promise<boolean> {
  return isWebAuthnSupported() && (await window.PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());
}

/** Options as JSON text from `verification.nonce`. */
export function parseOptions(nonce: string | null): Json {
  if (!nonce) throw new ClerkWebAuthnError('The server sent no passkey challenge.', { code: 'passkey_missing_challenge' });
  return withBytes(JSON.parse(nonce)) as Json;
}

const BYTE_FIELDS = new Set(['challenge', 'id']);

/** Turns the base64url fields into bytes; `rpId` and `rp.id` are host names and stay text. */
function withBytes(value: unknown, parent = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => withBytes(entry, parent));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const isBytes = typeof entry === 'string' && BYTE_FIELDS.has(key) && parent !== 'rp';
      return [key, isBytes ? decodeBase64Url(entry) : withBytes(entry, key)];
    }),
  );
}

/** A registration or sign-in as the server wants it. */
export function serializeCredential(credential: PublicKeyCredential | PasskeyCredential): Json {
  const { id, rawId, type, response } = credential;
  const names = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const bytes = names.flatMap((name) => {
    const value: unknown = Reflect.get(response, name);
    return value instanceof ArrayBuffer ? [[name, encodeBase64Url(value)] as const] : [];
  });
  const transports = (response as AuthenticatorAttestationResponse).getTransports?.();
  return {
    id,
    rawId: encodeBase64Url(rawId),
    type,
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    response: { ...Object.fromEntries(bytes), ...(transports ? { transports } : {}) },
  };
}

export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function encodeBase64Url(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
