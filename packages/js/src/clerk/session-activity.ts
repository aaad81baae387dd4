/** Keeps the session going while this page is used: fresh tokens, signs of life, news from other tabs. */
import { startPoller } from '../core/poller.ts';
import type { SignedInSessionResource } from '../types/session.ts';

const TOUCH_INTERVAL = 5000;
const CHANNEL = 'clerk';

export interface Activity {
  publishableKey: string;
  session: () => SignedInSessionResource | null | undefined;
  /** The server refused a token, or another tab signed out: perhaps the session is over. */
  check: () => Promise<unknown>;
  /** The page came to the front. */
  onFocus: (session: SignedInSessionResource) => void;
  polling: boolean;
  touch: boolean;
}

/** @returns tells the other tabs that this one signed out */
export function watchSession(activity: Activity): () => void {
  if (activity.polling) {
    const lockName = `clerk.lock.refreshSessionToken.${activity.publishableKey}`;
    startPoller(lockName, async () => activity.session()?.getToken(), activity.check);
  }
  watchFocus(activity);
  return watchOtherTabs(activity);
}

function watchFocus({ session, check, onFocus, touch }: Activity): void {
  let lastTouch = 0;
  window.addEventListener('focus', () => {
    const current = session();
    if (!current || document.visibilityState !== 'visible') return;
    onFocus(current);
    if (!touch || Date.now() - lastTouch < TOUCH_INTERVAL) return;
    lastTouch = Date.now();
    current.touch().catch(check);
  });
}

function watchOtherTabs({ publishableKey, check }: Activity): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(`${CHANNEL}.${publishableKey}`);
  channel.addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
    if (data.type === 'signout') void check();
  });
  return () => channel.postMessage({ type: 'signout' });
}
