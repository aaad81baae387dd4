/** Asks the browser to make or use a passkey. */
import type { PasskeyCredential } from '../types/passkeys.ts';
import { ClerkWebAuthnError } from './errors.ts';
import { isWebAuthnSupported } from './webauthn.ts';

let pending: AbortController | undefined;

/** A browser runs one passkey dialog at a time: a new one takes the place of what is open (autofill, say). */
function takeTurn(): AbortSignal {
  pending?.abort();
  pending = new AbortController();
  return pending.signal;
}

/** @throws {ClerkWebAuthnError} `passkey_…` */
export async function createCredential(options: unknown): Promise<PublicKeyCredential> {
  assertSupported();
  try {
    const publicKey = options as PublicKeyCredentialCreationOptions;
    return present<PublicKeyCredential>(await navigator.credentials.create({ publicKey, signal: takeTurn() }));
  } catch (error) {
    throw explain(error, 'registration');
  }
}

/** `conditional`: offers passkeys inside the identifier field, instead of in a dialog. */
export async function getCredential(options: unknown, conditional = false): Promise<PasskeyCredential> {
  assertSupported();
  try {
    const publicKey = options as PublicKeyCredentialRequestOptions;
    const mediation = conditional ? 'conditional' : 'optional';
    return present<PasskeyCredential>(await navigator.credentials.get({ publicKey, mediation, signal: takeTurn() }));
  } catch (error) {
    throw explain(error, 'retrieval');
  }
}

function assertSupported(): void {
  if (isWebAuthnSupported()) return;
  throw new ClerkWebAuthnError('This browser does not support passkeys. Use another way to go on.', { code: 'passkey_not_supported' });
}

/** Which kind of credential there is follows from what was asked for. */
function present<Kind extends Credential>(credential: Credential | null): Kind {
  if (credential) return credential as Kind;
  throw new DOMException('no credential', 'NotAllowedError');
}

function explain(cause: unknown, step: 'registration' | 'retrieval'): ClerkWebAuthnError {
  const name = cause instanceof Error ? cause.name : '';
  const [message, code] = EXPLANATIONS[name] ?? ['The passkey could not be used.', `${step}_failed`];
  return new ClerkWebAuthnError(message, { code: `passkey_${code || `${step}_cancelled`}`, cause });
}

/** By name of the browser's error; an empty code depends on the step. */
const EXPLANATIONS: Record<string, [message: string, code: string]> = {
  NotAllowedError: ['The passkey request was cancelled or timed out.', ''],
  InvalidStateError: ['A passkey for this account already exists on this device.', 'already_exists'],
  SecurityError: ['Passkeys of this application cannot be used on this domain.', 'invalid_rpID_or_domain'],
  AbortError: ['Another passkey request took the place of this one.', 'operation_aborted'],
};
