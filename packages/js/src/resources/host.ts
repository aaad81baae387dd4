import type { ClerkError } from '../core/errors.ts';
import type { Params } from '../core/form.ts';
import type { Send } from '../core/send.ts';
import type { TokenCache } from '../core/token-cache.ts';
import type { ValidatePasswordCallbacks } from '../types/passwords.ts';
import type { SetActive } from '../types/navigation.ts';
import type { SessionResource } from '../types/session.ts';
import type { AuthenticateWithRedirectParams } from '../types/sign-in.ts';
import type { SignUpCreateParams } from '../types/sign-up.ts';
import type { ClientJSON } from './client.ts';
import type { Token } from './token.ts';
import type { UserStore } from './user-store.ts';

/**
 * What resources may use of the Clerk object they belong to. It is frozen, so that frameworks which wrap
 * objects in proxies (Vue) leave it alone.
 */
export interface ResourceHost {
  readonly send: Send;
  readonly tokens: TokenCache;
  readonly users: UserStore;
  readonly clientId: () => string | undefined;
  /** Takes over a client that did not come in an envelope. */
  readonly takeClient: (json: ClientJSON | null) => void;
  /** A session has a new session token, or lost it. */
  readonly onToken: (session: SessionResource, token: Token | null) => void;
  /** An attempt begins or ends a step. */
  readonly onAttempt: (name: 'signIn' | 'signUp', change: { fetching: boolean; error?: ClerkError }) => void;
  /** Forgets an attempt in this browser. */
  readonly resetAttempt: (name: 'signIn' | 'signUp') => void;
  readonly setActive: SetActive;
  /** Absolute URL; on another origin in development it names this browser. */
  readonly buildUrlWithAuth: (url: string) => string;
  /** A URL of the Frontend API that the browser visits. */
  readonly buildFapiUrl: (path: string, search: Params) => string;
  /** Leaves the app. */
  readonly navigateAway: (url: URL) => void;
  readonly validatePassword: (password: string, callbacks?: ValidatePasswordCallbacks) => void;
  /** Proof that a person is at the browser, when signing up needs one. */
  readonly captchaParams: (signUp: SignUpCreateParams) => Promise<Record<string, unknown>>;
  /** Signs in or up in a window of its own: `start` gets the redirects to ask for and answers where the window goes. */
  readonly runPopup: (
    popup: Window,
    params: AuthenticateWithRedirectParams,
    start: (redirects: AuthenticateWithRedirectParams) => Promise<URL>,
  ) => Promise<void>;
}
