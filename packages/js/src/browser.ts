/**
 * The browser script: puts a Clerk object, not yet loaded, at `window.Clerk`. It takes the key from the script
 * element's data attributes, or from globals that the page set before.
 */
import { Clerk } from './clerk/clerk.ts';
import { script as loaded } from './clerk/script.ts';

type Settings = Record<'publishableKey' | 'proxyUrl' | 'domain', string | undefined>;

const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[data-clerk-js-script], script[data-clerk-publishable-key]');

function readSettings(): Settings {
  const globals = window as unknown as Record<string, string | undefined>;
  return {
    publishableKey: script?.dataset['clerkPublishableKey'] || globals['__clerk_publishable_key'],
    proxyUrl: script?.dataset['clerkProxyUrl'] || globals['__clerk_proxy_url'],
    domain: script?.dataset['clerkDomain'] || globals['__clerk_domain'],
  };
}

const page = window as { Clerk?: unknown };
loaded.url = script?.src;
loaded.nonce = script?.nonce ?? '';

if (!page.Clerk) {
  const { publishableKey, proxyUrl, domain } = readSettings();
  // Without a key the page gets the class, and makes the object itself.
  page.Clerk = publishableKey ? new Clerk(publishableKey, { proxyUrl, domain }) : Clerk;
}
