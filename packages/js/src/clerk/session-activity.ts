/** Keeps the session going while this page is used: fresh tokens, signs of life, news from other tabs. */
import { startPoller } from '../core/poller.ts';
import type { SignedInSessionResource } from '../types/session.ts';

const TOUCH_INTERVAL = 5000;
const CHANNEL = 'clerk';

/** What a tab tells the others of its site. */
export type TabNews = 'signin' | 'signout';

export interface Activity {
  publishableKey: string;
  session: () => SignedInSessionResource | null | undefined;
  /** The server refused a token, or another tab signed out: perhaps the session is over. */
  check: () => Promise<unknown>;
  /** Another tab signed in. */
  follow: () => Promise<unknown>;
  /** The page came to the front. */
  onFocus: (session: SignedInSessionResource) => void;
  polling: boolean;
  touch: boolean;
}

/** @returns tells the other tabs what happened in this one */
export function watchSession(activity: Activity): (news: TabNews) => void {
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

function watchOtherTabs({ publishableKey, check, follow }: Activity): (news: TabNews) => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(`${CHANNEL}.${publishableKey}`);
  channel.addEventListener('message', ({ data }: MessageEvent<{ type?: TabNews }>) => {
    if (data.type === 'signout') void check();
    if (data.type === 'signin') void follow();
  });
  return (news) => channel.postMessage({ type: news });
}
