/** One entry of a Backend API error answer, with camelCase names. */
export interface ClerkAPIError {
  code: string;
  message: string;
  longMessage?: string;
  meta?: Record<string, unknown> & {
    paramName?: string;
    sessionId?: string;
    emailAddresses?: string[];
    identifiers?: string[];
  };
}

/** An error answer (or no answer) of the Backend API. */
export class ClerkAPIResponseError extends Error {
  override readonly name = 'ClerkAPIResponseError';
  readonly clerkError = true as const;
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  readonly errors: ClerkAPIError[];
  /** Quote this to the server's operator: it is in the log. */
  readonly clerkTraceId?: string;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;

  constructor(
    message: string,
    details: { errors: ClerkAPIError[]; status: number; clerkTraceId?: string; retryAfter?: number; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.errors = details.errors;
    this.status = details.status;
    this.clerkTraceId = details.clerkTraceId;
    this.retryAfter = details.retryAfter;
  }
}

/** Whether an error is an error answer of the Backend API, also when it was thrown by another copy of this package. */
export function isClerkAPIResponseError(error: unknown): error is ClerkAPIResponseError {
  return error instanceof Error && error.name === 'ClerkAPIResponseError' && 'errors' in error;
}
