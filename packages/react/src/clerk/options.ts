/** What `ClerkProvider` is told, and what of it goes where. */
import type { Clerk, ClerkOptions, State } from '@foyer/js/types';

/** A value, or how to find it from the page's URL. */
export type PerUrl<T> = T | ((url: URL) => T);

/** The Clerk object of the page, with what only SDKs may call. */
export interface BrowserClerk extends Clerk {
  /** Lets views follow the attempts. */
  __internal_state?: State;
  __unstable__updateProps?: (params: { appearance?: ClerkOptions['appearance']; localization?: ClerkOptions['localization']; node?: HTMLDivElement; props?: object }) => unknown;
}

/** An instance is reached by a proxy or by a domain of its own, not both. */
type Reached = { proxyUrl?: string; domain?: undefined } | { domain?: string; proxyUrl?: undefined };
export type ClerkConstructor = new (publishableKey: string, options?: Reached) => BrowserClerk;

/** Where the Clerk object comes from and which instance it speaks to. */
export interface ClerkSource {
  publishableKey: string;
  /** Where the Frontend API is reached: a URL, or a path of this site. */
  proxyUrl?: PerUrl<string>;
  /** Domain of a satellite application. */
  domain?: PerUrl<string>;
  /** Loads the browser script from here and nowhere else. */
  clerkJSUrl?: string;
  clerkJSVersion?: string;
  clerkJSVariant?: 'headless' | '';
  /** Nonce of the page's content security policy, for the script's tag. */
  nonce?: string;
  /** A Clerk object or class of your own; no script is loaded then. */
  Clerk?: BrowserClerk | ClerkConstructor | null;
}

/** Everything that reaches the Clerk object through the provider. */
export type ProviderOptions = ClerkSource & ClerkOptions & {
  /** Whether a session with an open task counts as signed out; true unless given. */
  treatPendingAsSignedOut?: boolean;
};

const SOURCE_KEYS: ReadonlySet<string> = new Set<keyof ClerkSource>([
  'publishableKey', 'proxyUrl', 'domain', 'clerkJSUrl', 'clerkJSVersion', 'clerkJSVariant', 'nonce', 'Clerk',
]);

/** The part that is meant for `clerk.load()`. */
export function loadOptions(options: ProviderOptions): ClerkOptions {
  return Object.fromEntries(Object.entries(options).filter(([key]) => !SOURCE_KEYS.has(key)));
}
