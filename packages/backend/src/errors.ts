/** Errors that verification and the Backend API client throw; import from `@foyer/backend/errors`. */
export { ClerkAPIResponseError, isClerkAPIResponseError } from './api/error.ts';
export type { ClerkAPIError } from './api/error.ts';

export type TokenCarrier = 'header' | 'cookie';

/** Codes the Backend API answers with that verification gives a meaning of its own. */
export const TokenVerificationErrorCode = {
  InvalidSecretKey: 'clerk_key_invalid',
} as const;
export type TokenVerificationErrorCode = (typeof TokenVerificationErrorCode)[keyof typeof TokenVerificationErrorCode];

export const TokenVerificationErrorReason = {
  TokenExpired: 'token-expired',
  TokenInvalid: 'token-invalid',
  TokenInvalidAlgorithm: 'token-invalid-algorithm',
  TokenInvalidAuthorizedParties: 'token-invalid-authorized-parties',
  TokenInvalidSignature: 'token-invalid-signature',
  TokenNotActiveYet: 'token-not-active-yet',
  TokenIatInTheFuture: 'token-iat-in-the-future',
  TokenVerificationFailed: 'token-verification-failed',
  InvalidSecretKey: 'secret-key-invalid',
  LocalJWKMissing: 'jwk-local-missing',
  RemoteJWKFailedToLoad: 'jwk-remote-failed-to-load',
  RemoteJWKInvalid: 'jwk-remote-invalid',
  RemoteJWKMissing: 'jwk-remote-missing',
  JWKFailedToResolve: 'jwk-failed-to-resolve',
  JWKKidMismatch: 'jwk-kid-mismatch',
} as const;
export type TokenVerificationErrorReason =
  (typeof TokenVerificationErrorReason)[keyof typeof TokenVerificationErrorReason];

/** What the developer can do about a verification error. */
export const TokenVerificationErrorAction = {
  ContactSupport: 'Please open an issue with the details of this error.',
  EnsureClerkJWT: 'Make sure that this is a session token of your instance.',
  SetClerkJWTKey: 'Set the CLERK_JWT_KEY environment variable.',
  SetClerkSecretKey: 'Set the CLERK_SECRET_KEY environment variable.',
  EnsureClockSync: 'Make sure that the system clock is synchronised.',
} as const;
export type TokenVerificationErrorAction =
  (typeof TokenVerificationErrorAction)[keyof typeof TokenVerificationErrorAction];

/** A session token that cannot be accepted; `reason` says why in one word, `action` what to do. */
export class TokenVerificationError extends Error {
  override readonly name = 'TokenVerificationError';
  readonly action?: TokenVerificationErrorAction;
  readonly reason: TokenVerificationErrorReason;
  /** Where the token came from, once that is known. */
  tokenCarrier?: TokenCarrier;

  constructor(details: { action?: TokenVerificationErrorAction; message: string; reason: TokenVerificationErrorReason }) {
    super(details.message);
    this.action = details.action;
    this.reason = details.reason;
  }

  /** Message, action, reason and carrier in one line, as it travels in debug headers. */
  getFullMessage(): string {
    const advice = [this.message, this.action].filter(Boolean).join(' ');
    return `${advice} (reason=${this.reason}, token-carrier=${this.tokenCarrier})`;
  }
}

/** A token could not be signed. */
export class SignJWTError extends Error {
  override readonly name = 'SignJWTError';
}

export const MachineTokenVerificationErrorCode = {
  TokenInvalid: 'token-invalid',
  InvalidSecretKey: 'secret-key-invalid',
  UnexpectedError: 'unexpected-error',
} as const;
export type MachineTokenVerificationErrorCode =
  (typeof MachineTokenVerificationErrorCode)[keyof typeof MachineTokenVerificationErrorCode];

/** An API key, M2M token or OAuth access token that the Backend API did not confirm. */
export class MachineTokenVerificationError extends Error {
  override readonly name = 'MachineTokenVerificationError';
  readonly code: MachineTokenVerificationErrorCode;
  /** HTTP status of the Backend API's answer. */
  readonly status: number;
  long_message?: string;

  constructor(details: { message: string; code: MachineTokenVerificationErrorCode; status: number }) {
    super(details.message);
    this.code = details.code;
    this.status = details.status;
  }

  getFullMessage(): string {
    return `${this.message} (code=${this.code}, status=${this.status})`;
  }
}
