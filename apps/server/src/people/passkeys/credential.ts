import { apiError } from '@foyer/protocol/errors';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

const PARAM = 'public_key_credential';

/** A device's answer to a challenge, by the strings that must be in its `response`. */
interface Forms {
  registration: { fields: 'attestationObject'; answer: RegistrationResponseJSON };
  authentication: { fields: 'authenticatorData' | 'signature'; answer: AuthenticationResponseJSON };
}

const FIELDS: { [Form in keyof Forms]: readonly Forms[Form]['fields'][] } = {
  registration: ['attestationObject'],
  authentication: ['authenticatorData', 'signature'],
};

/**
 * Reads a device's answer, which travels as JSON text with its binary parts in base64url.
 *
 * @throws `form_param_missing`, `passkey_invalid_public_key_credential`
 */
export function readCredential<Form extends keyof Forms>(form: Form, text: string | null | undefined): Forms[Form]['answer'] {
  if (!text) throw apiError('form_param_missing', { param: PARAM });
  const credential = parse(text);
  const response = isRecord(credential) ? credential['response'] : null;
  const names = ['clientDataJSON', ...FIELDS[form]];
  if (!isRecord(credential) || !isRecord(response) || typeof credential['id'] !== 'string' || names.some((name) => typeof response[name] !== 'string')) throw unreadable();
  const { id, type } = credential;
  // Whatever else there is, the library checks; it reads the two forms of the id as one.
  return { ...credential, id, rawId: credential['rawId'] ?? id, type: type ?? 'public-key', clientExtensionResults: {} } as unknown as Forms[Form]['answer'];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw apiError('passkey_invalid_public_key_credential', { param: PARAM, cause });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable() {
  return apiError('passkey_invalid_public_key_credential', { param: PARAM });
}
