/** Signing in at a provider in a window of its own, while the app stays where it is. */
import { ClerkRuntimeError } from '../core/errors.ts';
import type { AuthenticateWithRedirectParams } from '../types/sign-in.ts';

export interface PopupContext {
  /** Page of the account portal that passes the outcome to this window. */
  callbackUrl: URL;
  onSession: (sessionId: string) => Promise<unknown>;
  /** More is to be done, on this page of the app. */
  onReturn: (url: string) => Promise<unknown>;
}

/** What the account portal's page in the popup says. */
interface Outcome {
  session?: string;
  return_url?: string;
}

/** @throws {ClerkRuntimeError} `popup_closed` when the person closes the window */
export async function runPopup(
  popup: Window,
  params: AuthenticateWithRedirectParams,
  context: PopupContext,
  start: (redirects: AuthenticateWithRedirectParams) => Promise<URL>,
): Promise<void> {
  const toBeContinued = new URL(context.callbackUrl);
  toBeContinued.searchParams.set('return_url', params.redirectUrl);
  const outcome = waitForOutcome(popup, context.callbackUrl.origin);
  // Should starting fail, that is what the caller hears, not that the window is closed then.
  outcome.catch(() => undefined);
  try {
    const redirects = { redirectUrl: toBeContinued.href, redirectUrlComplete: context.callbackUrl.href };
    popup.location.href = (await start({ ...params, ...redirects })).href;
  } catch (error) {
    popup.close();
    throw error;
  }
  const { session, return_url: returnUrl } = await outcome;
  popup.close();
  if (session) await context.onSession(session);
  else if (returnUrl) await context.onReturn(returnUrl);
}

function waitForOutcome(popup: Window, origin: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearInterval(watch);
      window.removeEventListener('message', listen);
    };
    const listen = ({ data, origin: from, source }: MessageEvent<Outcome | null>) => {
      if (from !== origin || source !== popup || (!data?.session && !data?.return_url)) return;
      stop();
      resolve(data);
    };
    // A window does not say when it is closed.
    const watch = setInterval(() => {
      if (!popup.closed) return;
      stop();
      reject(new ClerkRuntimeError('The window was closed before signing in was done.', { code: 'popup_closed' }));
    }, 500);
    window.addEventListener('message', listen);
  });
}
