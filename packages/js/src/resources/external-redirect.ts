import { ClerkRuntimeError } from '../core/errors.ts';
import type { VerificationResource } from '../types/verification.ts';

/**
 * Where the provider (social or enterprise) of a verification is to be asked.
 * @throws {ClerkRuntimeError} when the server did not say
 */
export function externalDestination({ status, externalVerificationRedirectURL }: VerificationResource): URL {
  if (status === 'unverified' && externalVerificationRedirectURL) return externalVerificationRedirectURL;
  const message = 'The server did not say where to go on with this provider. Start again, or ask the support of this application.';
  throw new ClerkRuntimeError(message, { code: 'external_redirect_missing' });
}
