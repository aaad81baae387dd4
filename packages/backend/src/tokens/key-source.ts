/** Where the public key that verifies an instance's session tokens comes from. */
import { isClerkAPIResponseError } from '../api/error.ts';
import { createRequestFunction, type BackendApiOptions, type RequestFunction } from '../api/request.ts';
import {
  TokenVerificationError,
  TokenVerificationErrorAction as Action,
  TokenVerificationErrorCode as Code,
  TokenVerificationErrorReason as Reason,
} from '../errors.ts';
import type { JwksJSON } from '../json/index.ts';
import { verifyingKeyFromJwk, verifyingKeyFromPem, type VerifyingKey } from '../jwt/verifying-key.ts';

export interface KeySource {
  /** The key of that ID; at once when it is at hand. @throws TokenVerificationError */
  find(kid: string): VerifyingKey | Promise<VerifyingKey>;
}

const JWKS_LIFETIME_IN_MS = 5 * 60 * 1000;
/** Tokens with made-up key IDs must not make us ask for the keys again and again. */
const UNKNOWN_KID_COOLDOWN_IN_MS = 2000;

const pemSources = new Map<string, KeySource>();
const jwksSources = new Map<string, JwksSource>();

/** One key, given as PEM text; key IDs do not matter then. */
export function pemKeySource(pem: string): KeySource {
  let source = pemSources.get(pem);
  if (!source) {
    let key: VerifyingKey | undefined;
    source = { find: () => (key ??= parsePem(pem)) };
    pemSources.set(pem, source);
  }
  return source;
}

function parsePem(pem: string): VerifyingKey {
  try {
    return verifyingKeyFromPem(pem);
  } catch (error) {
    throw new TokenVerificationError({
      action: Action.SetClerkJWTKey,
      reason: Reason.LocalJWKMissing,
      message: `The JWT key is not an RSA public key in PEM format: ${String(error)}`,
    });
  }
}

/** The instance's JWKS at the Backend API, shared by everyone in this process who asks the same API with the same key. */
export function jwksKeySource(options: BackendApiOptions): KeySource {
  const id = [options.apiUrl, options.apiVersion, options.secretKey].join(' ');
  let source = jwksSources.get(id);
  if (!source) {
    source = new JwksSource(createRequestFunction(options));
    jwksSources.set(id, source);
  }
  return source;
}

/** The same without any memory, for `skipJwksCache`. */
export function uncachedJwksKeySource(options: BackendApiOptions): KeySource {
  return { find: (kid) => new JwksSource(createRequestFunction(options)).find(kid) };
}

/** For callers who gave neither a PEM key nor a secret key. */
export const missingKeySource: KeySource = {
  find() {
    throw new TokenVerificationError({
      action: Action.SetClerkJWTKey,
      reason: Reason.JWKFailedToResolve,
      message: 'Failed to resolve JWK during verification.',
    });
  },
};

class JwksSource implements KeySource {
  readonly #request: RequestFunction;
  #keys = new Map<string, VerifyingKey>();
  #loadedAt = -Infinity;
  #loading: Promise<void> | undefined;

  constructor(request: RequestFunction) {
    this.#request = request;
  }

  find(kid: string): VerifyingKey | Promise<VerifyingKey> {
    const age = Date.now() - this.#loadedAt;
    const key = this.#keys.get(kid);
    if (key && age < JWKS_LIFETIME_IN_MS) return key;
    if (!key && age < UNKNOWN_KID_COOLDOWN_IN_MS) throw this.#unknownKid(kid);
    // One request serves everyone who is waiting.
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined));
    return this.#loading.then(() => {
      const loaded = this.#keys.get(kid);
      if (loaded) return loaded;
      throw this.#unknownKid(kid);
    });
  }

  async #load(): Promise<void> {
    const { keys } = await this.#request<JwksJSON>({ method: 'GET', path: '/jwks' }).catch(toVerificationError);
    if (!keys || keys.length === 0) {
      throw new TokenVerificationError({
        action: Action.ContactSupport,
        reason: Reason.RemoteJWKMissing,
        message: 'The JWKS endpoint did not contain any signing keys.',
      });
    }
    this.#keys = new Map(keys.filter(({ kty }) => kty === 'RSA').map((jwk) => [jwk.kid, verifyingKeyFromJwk({ ...jwk })]));
    this.#loadedAt = Date.now();
  }

  #unknownKid(kid: string): TokenVerificationError {
    return new TokenVerificationError({
      action: Action.SetClerkSecretKey,
      reason: Reason.JWKKidMismatch,
      message:
        `Unable to find a signing key in JWKS that matches the kid='${kid}' of the provided session token. ` +
        'Make sure that the secret key and the session token are of the same instance. ' +
        `The following kid is available: ${[...this.#keys.keys()].join(', ')}`,
    });
  }
}

function toVerificationError(error: unknown): never {
  const refused = isClerkAPIResponseError(error) && error.errors.some(({ code }) => code === Code.InvalidSecretKey);
  throw new TokenVerificationError({
    action: refused ? Action.SetClerkSecretKey : Action.ContactSupport,
    reason: refused ? Reason.InvalidSecretKey : Reason.RemoteJWKFailedToLoad,
    message: `Error loading the JWKS: ${error instanceof Error ? error.message : String(error)}`,
  });
}
