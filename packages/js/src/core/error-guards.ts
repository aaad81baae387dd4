/** Questions about a caught value. They look at its shape, so an error of another copy of this package counts too. */
import type { ClerkAPIResponseError, ClerkRuntimeError, EmailLinkError } from './errors.ts';

function hasProperty(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && name in error;
}

/** Whether the Frontend API refused the call. */
export function isClerkAPIResponseError(error: unknown): error is ClerkAPIResponseError {
  return hasProperty(error, 'clerkError') && hasProperty(error, 'errors');
}

/** Whether the failure happened in the browser, apart from any answer. */
export function isClerkRuntimeError(error: unknown): error is ClerkRuntimeError {
  return hasProperty(error, 'clerkRuntimeError');
}

export function isEmailLinkError(error: unknown): error is EmailLinkError {
  return error instanceof Error && error.name === 'EmailLinkError';
}

/** A wallet's own error, such as "user rejected the request" (EIP-1193). */
export function isMetamaskError(error: unknown): error is Error & { code: 4001 | 32602 | 32603 } {
  return hasProperty(error, 'code') && [4001, 32602, 32603].includes((error as { code: number }).code);
}

/** Whether the error is one of those that this package raises on purpose. */
export function isKnownError(error: unknown): boolean {
  return isClerkAPIResponseError(error) || isClerkRuntimeError(error) || isMetamaskError(error);
}

/** Whether a response error carries this code. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return isClerkAPIResponseError(error) && error.errors.some((entry) => entry.code === code);
}

export function isUserLockedError(error: unknown): boolean {
  return hasErrorCode(error, 'user_locked');
}

export function isPasswordPwnedError(error: unknown): boolean {
  return hasErrorCode(error, 'form_password_pwned');
}

export function isReverificationCancelledError(error: unknown): boolean {
  return isClerkRuntimeError(error) && error.code === 'reverification_cancelled';
}

/** Whether the server refused (HTTP 4xx), so that trying again would not help. */
export function is4xxError(error: unknown): boolean {
  return isClerkAPIResponseError(error) && error.status >= 400 && error.status < 500;
}

export function isUnauthorizedError(error: unknown): boolean {
  return isClerkAPIResponseError(error) && error.status === 401;
}

/** Whether the request never reached the server; browsers word this differently but all throw a TypeError. */
export function isNetworkError(error: unknown): boolean {
  return isClerkRuntimeError(error) ? error.code === 'network_error' : error instanceof TypeError;
}
