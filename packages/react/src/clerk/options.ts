/** What `ClerkProvider` is told, and what of it goes where. */
import type { Clerk, ClerkOptions, State } from '@foyer/js/types';

/** A value, or how to find it from the page's URL. */
export type PerUrl<T> = T | ((url: URL) => T);

/** The Clerk object of the page, with what only SDKs may call. */
export interface BrowserClerk extends Clerk {
  /** Lets views follow the attempts. */
  __internal_state?: State;
  __unstable__updateProps?: (params: {
    appearance?: ClerkOptions['appearance'];
    options?: ClerkOptions;
    node?: HTMLDivElement;
    props?: object;
  }) => unknown;
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

/** The app's router is asked for when it is needed, whichever it is then. */
const ROUTER_KEYS: ReadonlySet<string> = new Set<keyof ClerkOptions>(['routerPush', 'routerReplace']);

/**
 * What has to be told to a Clerk object that has loaded already; `undefined` when the options say what they said
 * before. Objects written inline are new at each render, so it is what they hold that counts.
 */
export function changedOptions(before: ClerkOptions, now: ClerkOptions): { appearance: ClerkOptions['appearance']; options: ClerkOptions } | undefined {
  const names = Object.keys({ ...before, ...now }) as (keyof ClerkOptions)[];
  const changed = names.filter((name) => !ROUTER_KEYS.has(name) && !isSame(before[name], now[name]));
  if (changed.length === 0) return undefined;
  const options = Object.fromEntries(changed.map((name) => [name, now[name]])) as ClerkOptions;
  return { options, appearance: now.appearance };
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof RegExp && b instanceof RegExp) return String(a) === String(b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b && isSame(Reflect.get(a, name), Reflect.get(b, name)));
}
