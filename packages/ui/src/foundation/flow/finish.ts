import type { SessionTask } from '@foyer/js/types';
import { useEffect } from 'preact/hooks';
import { useScope } from '../scope.ts';

/** How long a finished flow still looks busy, in ms: the browser is on its way to another page. */
const leavingMs = 3000;

/**
 * Ends a flow: makes the new session the active one, goes where the redirect settings say, and closes the modal. Where
 * the session still needs something of the person, that comes first.
 */
export function useFinish(flow: 'signIn' | 'signUp') {
  const { clerk, redirects, progress, close, modal } = useScope();
  const openTask = useOpenTask(flow);
  return async (sessionId: string | null | undefined) => {
    if (!sessionId) throw new Error(`The ${flow} is complete but names no session.`);
    const task = clerk.client.signedInSessions.find(({ id }) => id === sessionId)?.currentTask;
    progress.finishing = true;
    try {
      await clerk.setActive({ session: sessionId, redirectUrl: task ? undefined : redirects.after(flow) });
    } catch (thrown) {
      progress.finishing = false;
      throw thrown;
    }
    if (task) return openTask(task);
    close();
    if (!modal) await new Promise(resolve => setTimeout(resolve, leavingMs));
  };
}

/** Goes to a task of the active session: in this component, or on the app's own page for it. */
function useOpenTask(flow: 'signIn' | 'signUp') {
  const { clerk, options, redirects, router } = useScope();
  return async ({ key }: SessionTask) => {
    if (options.taskUrls?.[key]) await clerk.redirectToTasks({ redirectUrl: redirects.after(flow) });
    else await router.go(`tasks/${key}`);
  };
}

/**
 * Sends somebody who is signed in already where the flow would have taken them, or to what their session still needs.
 * Where several sessions are allowed, the flow adds an account instead. Answers whether the flow may be shown.
 */
export function useSignedOutOnly(flow: 'signIn' | 'signUp'): boolean {
  const { clerk, environment, redirects, router, progress, close, modal } = useScope();
  const openTask = useOpenTask(flow);
  const atTasks = router.path.startsWith('tasks');
  const task = clerk.session?.currentTask;
  const away = !atTasks && !progress.finishing && Boolean(task || (environment.authConfig.singleSessionMode && clerk.session));
  useEffect(() => {
    if (!away) return;
    if (task) openTask(task);
    else if (modal) close();
    else clerk.navigate(redirects.after(flow) ?? '/');
  }, [away]);
  return !away;
}
