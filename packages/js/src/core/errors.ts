/** The errors that a call can end in, and the questions one asks of a caught value. */
import type { ErrorMeta } from '@foyer/protocol/errors';
import { camelCaseKeys } from './case.ts';

/** Details of an API error; which are present depends on its code. Docs: reference/javascript/types/clerk-api-error. */
export interface ClerkAPIErrorMeta {
  paramName?: string;
  sessionId?: string;
  emailAddresses?: string[];
  identifiers?: string[];
  zxcvbn?: { suggestions: { code: string; message: string }[] };
  permissions?: string[];
  plan?: {
    id: string;
    name: string;
    amount_formatted: string;
    annual_monthly_amount_formatted: string;
    currency_symbol: string;
  };
  isPlanUpgradePossible?: boolean;
}

/** One error of an API response. */
export interface ClerkAPIError {
  code: string;
  message: string;
  longMessage?: string;
  meta?: ClerkAPIErrorMeta;
}

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
    meta: { ...(camelCaseKeys(meta) as ClerkAPIErrorMeta), ...(plan ? { plan: plan as ClerkAPIErrorMeta['plan'] } : {}) },
  };
}

/** The Frontend API refused a call. Docs: reference/javascript/types/clerk-api-response-error. */
export class ClerkAPIResponseError extends Error {
  override readonly name = 'ClerkAPIResponseError';
  readonly clerkError = true;
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
    super(message);
    this.status = details.status;
    this.errors = details.data.map(parseApiError);
    this.clerkTraceId = details.clerkTraceId;
    this.retryAfter = details.retryAfter;
  }
}

/** Something in the browser went wrong before or after a call: no network, an answer we cannot read, wrong use. */
export class ClerkRuntimeError extends Error {
  override readonly name = 'ClerkRuntimeError';
  readonly clerkError = true;
  readonly clerkRuntimeError = true;
  readonly code: string;

  constructor(message: string, options: { code: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = options.code;
  }
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
