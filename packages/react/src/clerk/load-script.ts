/** Brings the browser script into the page, once. */
import type { BrowserClerk, ClerkSource } from './options.ts';
import { trustedScriptUrl } from './trusted-url.ts';
import { forThisPage, proxyUrlOf, scriptUrlOf } from './urls.ts';

declare global {
  interface Window {
    Clerk?: BrowserClerk;
  }
}

const TIMEOUT_MS = 15_000;

/**
 * The Clerk object that the script makes, not loaded yet. A script that is already there, from a
 * framework's server or an earlier provider, is used.
 * @throws when the script cannot be fetched or leaves no Clerk object within 15 seconds
 */
export async function loadScript(source: ClerkSource): Promise<BrowserClerk> {
  if (window.Clerk) return requireSameInstance(window.Clerk, source);
  const present = document.querySelector<HTMLScriptElement>('script[data-clerk-js-script]');
  const script = present ?? createScript(source);
  const arrived = settled(script);
  if (!present) document.head.append(script);
  await arrived;
  if (!window.Clerk) throw new Error(`${script.src} was loaded but made no Clerk object. Is it the browser script of Foyer?`);
  return window.Clerk;
}

function requireSameInstance(clerk: BrowserClerk, { publishableKey }: ClerkSource): BrowserClerk {
  if (clerk.publishableKey === publishableKey) return clerk;
  throw new Error(`This page already speaks to the instance of ${clerk.publishableKey}. To use ${publishableKey} instead, reload the page.`);
}

/** The attributes of the script's tag, from which the script reads key, proxy and domain. */
export function scriptAttributes(source: ClerkSource): Record<string, string> {
  const attributes: Record<string, string | undefined> = {
    'data-clerk-js-script': 'true',
    'data-clerk-publishable-key': source.publishableKey,
    'data-clerk-proxy-url': proxyUrlOf(source),
    'data-clerk-domain': forThisPage(source.domain),
    nonce: source.nonce,
    crossorigin: 'anonymous',
  };
  return Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function createScript(source: ClerkSource): HTMLScriptElement {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(scriptAttributes(source))) script.setAttribute(name, value);
  script.async = true;
  script.src = trustedScriptUrl(scriptUrlOf(source));
  return script;
}

function settled(script: HTMLScriptElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(`did not arrive within ${TIMEOUT_MS / 1_000} seconds`), TIMEOUT_MS);
    const fail = (what: string) => {
      clearTimeout(timer);
      // A later try must not wait for a script that will never come.
      script.remove();
      reject(new Error(`The browser script ${script.src} ${what}. Is the Foyer server running, and is this its address?`));
    };
    script.addEventListener('error', () => fail('could not be loaded'), { once: true });
    script.addEventListener('load', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
