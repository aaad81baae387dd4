/** @packageDocumentation What calls can fail with, and how to tell. */
import { EmailLinkErrorCodeStatus } from '@foyer/js/errors';

export {
  ClerkAPIResponseError,
  ClerkRuntimeError,
  EmailLinkError,
  EmailLinkErrorCodeStatus,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isEmailLinkError,
  isKnownError,
  isMetamaskError,
  isReverificationCancelledError,
} from '@foyer/js/errors';

/** @deprecated Use `EmailLinkErrorCodeStatus`. */
export const EmailLinkErrorCode = EmailLinkErrorCodeStatus;
