import { useEffect } from 'preact/hooks';
import { useScope } from '../scope.ts';

/** How long a finished flow still looks busy, in ms: the browser is on its way to another page. */
const leavingMs = 3000;

/** Ends a flow: makes the new session the active one, goes where the redirect settings say, and closes the modal. */
export function useFinish(flow: 'signIn' | 'signUp') {
  const { clerk, redirects, progress, close, modal } = useScope();
  return async (sessionId: string | null | undefined) => {
    if (!sessionId) throw new Error(`The ${flow} is complete but names no session.`);
    progress.finishing = true;
    try {
      await clerk.setActive({ session: sessionId, redirectUrl: redirects.after(flow) });
    } catch (thrown) {
      progress.finishing = false;
      throw thrown;
    }
    close();
    if (!modal) await new Promise(resolve => setTimeout(resolve, leavingMs));
  };
}

/**
 * Sends somebody who is signed in already where the flow would have taken them. Where several sessions are allowed,
 * the flow adds an account instead. Answers whether the flow may be shown.
 */
export function useSignedOutOnly(flow: 'signIn' | 'signUp'): boolean {
  const { clerk, environment, redirects, progress, close, modal } = useScope();
  const away = environment.authConfig.singleSessionMode && Boolean(clerk.session) && !progress.finishing;
  useEffect(() => {
    if (!away) return;
    if (modal) close();
    else clerk.navigate(redirects.after(flow) ?? '/');
  }, [away]);
  return !away;
}
