/** The page to which an email link leads. Docs: guides/development/custom-flows/authentication/email-links. */
import { EmailLinkError, EmailLinkErrorCodeStatus } from '../core/errors.ts';
import type { ClientResource } from '../types/client.ts';
import type { HandleEmailLinkVerificationParams, SetActive } from '../types/navigation.ts';

export interface EmailLinkContext {
  client: ClientResource;
  /** Parameters of the page. */
  search: URLSearchParams;
  params: HandleEmailLinkVerificationParams;
  setActive: SetActive;
  navigate: (to: string) => unknown;
}

/** @throws {EmailLinkError} when the link did not verify */
export async function handleEmailLinkVerification({ client, search, params, setActive, navigate }: EmailLinkContext): Promise<unknown> {
  const status = search.get('__clerk_status');
  if (status === 'expired') throw new EmailLinkError(EmailLinkErrorCodeStatus.Expired);
  if (status === 'client_mismatch') throw new EmailLinkError(EmailLinkErrorCodeStatus.ClientMismatch);
  if (status !== 'verified') throw new EmailLinkError(EmailLinkErrorCodeStatus.Failed);

  const sessionId = search.get('__clerk_created_session');
  const isHere = client.sessions.some(({ id }) => id === sessionId);
  if (sessionId && isHere) {
    await setActive({ session: sessionId, redirectUrl: params.redirectUrlComplete });
    return;
  }
  // Verified, but begun in another browser: that one goes on by itself.
  const isUnfinished = client.signIn.status === 'needs_second_factor' || client.signUp.status === 'missing_requirements';
  if (isUnfinished && params.redirectUrl) return navigate(params.redirectUrl);
  params.onVerifiedOnOtherDevice?.();
}
