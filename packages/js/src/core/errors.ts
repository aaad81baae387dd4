/** The errors that a call can end in, and the questions one asks of a caught value. */
import type { ErrorMeta } from '@foyer/protocol/errors';
import type { ClerkAPIError } from '../types/common.ts';
import { camelCaseKeys } from './case.ts';

type Meta = NonNullable<ClerkAPIError['meta']>;

/** An error as it stands in the response body. */
export interface ClerkAPIErrorJSON {
  code: string;
  message: string;
  long_message?: string;
  meta?: ErrorMeta;
}

export function parseApiError(json: ClerkAPIErrorJSON): ClerkAPIError {
  const { plan, ...meta } = json.meta ?? {};
  return {
    code: json.code,
    message: json.message,
    longMessage: json.long_message,
    // A plan's keys are documented in snake_case.
    meta: { ...(camelCaseKeys(meta) as Meta), ...(plan ? { plan: plan as Meta['plan'] } : {}) },
  };
}

/** What every error of this package has. */
export abstract class ClerkError extends Error {
  readonly clerkError = true;
  /** Stable name of the failure. */
  readonly code: string;
  /** The message at more length, where there is one. */
  readonly longMessage: string | undefined;
  /** Where to read about it. */
  readonly docsUrl: string | undefined;
  declare readonly cause: Error | undefined;

  constructor(message: string, options: { code: string; longMessage?: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = options.code;
    this.longMessage = options.longMessage;
  }
}

/** The Frontend API refused a call; `errors` say why. Docs: reference/javascript/types/clerk-api-response-error. */
export class ClerkAPIResponseError extends ClerkError {
  override readonly name = 'ClerkAPIResponseError';
  /** HTTP status code. */
  readonly status: number;
  readonly errors: ClerkAPIError[];
  readonly clerkTraceId?: string;
  /** Seconds to wait before the next try, from the `Retry-After` header. */
  readonly retryAfter?: number;

  constructor(
    message: string,
    details: { data: ClerkAPIErrorJSON[]; status: number; clerkTraceId?: string; retryAfter?: number },
  ) {
    super(message, { code: 'api_response_error', longMessage: details.data[0]?.long_message });
    this.status = details.status;
    this.errors = details.data.map(parseApiError);
    this.clerkTraceId = details.clerkTraceId;
    this.retryAfter = details.retryAfter;
  }
}

/** Something in the browser went wrong before or after a call: no network, an answer we cannot read, wrong use. */
export class ClerkRuntimeError extends ClerkError {
  override readonly name: string = 'ClerkRuntimeError';
  readonly clerkRuntimeError = true;
}

/** The browser, or the person at it, refused a passkey. */
export class ClerkWebAuthnError extends ClerkRuntimeError {}

export const EmailLinkErrorCodeStatus = { Expired: 'expired', Failed: 'failed', ClientMismatch: 'client_mismatch' } as const;

export type EmailLinkErrorCodeStatus = (typeof EmailLinkErrorCodeStatus)[keyof typeof EmailLinkErrorCodeStatus];

/** A followed email link did not verify. Docs: reference/javascript/types/email-link-error. */
export class EmailLinkError extends Error {
  override readonly name = 'EmailLinkError';
  readonly code: string;

  constructor(code: EmailLinkErrorCodeStatus) {
    super(code);
    this.code = code;
  }
}
