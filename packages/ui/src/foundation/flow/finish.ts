import { useEffect } from 'preact/hooks';
import type { Router } from '../router/router.ts';
import { useScope } from '../scope.ts';

/** Flows that are signing somebody in right now: they navigate by themselves. */
const finishing = new WeakSet<Router>();

/** Ends a flow: makes the new session the active one, goes where the redirect settings say, and closes the modal. */
export function useFinish(flow: 'signIn' | 'signUp') {
  const { clerk, redirects, router, close } = useScope();
  return async (sessionId: string | null | undefined) => {
    if (!sessionId) throw new Error(`The ${flow} is complete but names no session.`);
    finishing.add(router);
    try {
      await clerk.setActive({ session: sessionId, redirectUrl: redirects.after(flow) });
    } catch (thrown) {
      finishing.delete(router);
      throw thrown;
    }
    close();
  };
}

/**
 * Sends somebody who is signed in already where the flow would have taken them. Where several sessions are allowed,
 * the flow adds an account instead. Answers whether the flow may be shown.
 */
export function useSignedOutOnly(flow: 'signIn' | 'signUp'): boolean {
  const { clerk, environment, redirects, router, close, modal } = useScope();
  const away = environment.authConfig.singleSessionMode && clerk.session !== null && clerk.session !== undefined && !finishing.has(router);
  useEffect(() => {
    if (!away) return;
    if (modal) close();
    else clerk.navigate(redirects.after(flow) ?? '/');
  }, [away]);
  return !away;
}
