/** Where the instance of a key is reached, and where its browser script lies. */
import { parsePublishableKey } from '@foyer/protocol/keys';
import type { ClerkSource, PerUrl } from './options.ts';

/** The name in a development key resolves nowhere: the program runs on the developer's machine. */
const LOCAL_SERVER = 'http://localhost:4000';
const LOCAL_HOST_SUFFIX = '.clerk.accounts.dev';

/** Version range of the browser script that this package works with. */
const SCRIPT_VERSION = '0';

/** A value that may depend on the page's URL; on a server there is no page, and so no answer. */
export function forThisPage(value: PerUrl<string> | undefined): string | undefined {
  if (typeof value !== 'function') return value || undefined;
  return typeof window === 'undefined' ? undefined : value(new URL(window.location.href));
}

/**
 * Where the Frontend API is reached instead of at the host inside the key: as told, or the local
 * server for a development key.
 * @throws when the key is not one
 */
export function proxyUrlOf({ publishableKey, proxyUrl }: Pick<ClerkSource, 'publishableKey' | 'proxyUrl'>): string | undefined {
  const key = parsePublishableKey(publishableKey);
  if (!key) throw new Error(describeKey(publishableKey));
  const told = forThisPage(proxyUrl);
  if (told) return told.replace(/\/+$/, '');
  return key.instanceType === 'development' && key.frontendApi.endsWith(LOCAL_HOST_SUFFIX) ? LOCAL_SERVER : undefined;
}

/** The address of the browser script. */
export function scriptUrlOf(source: ClerkSource): string {
  if (source.clerkJSUrl) return source.clerkJSUrl;
  const base = proxyUrlOf(source) ?? `https://${hostOf(source)}`;
  const version = source.clerkJSVersion ?? SCRIPT_VERSION;
  const variant = source.clerkJSVariant ? `${source.clerkJSVariant}.` : '';
  return `${base}/npm/@foyer/js@${version}/dist/clerk.${variant}browser.js`;
}

/** A production satellite loads from its own domain, so that cookies stay first-party. */
function hostOf({ publishableKey, domain }: ClerkSource): string {
  const key = parsePublishableKey(publishableKey);
  const own = forThisPage(domain)?.replace(/^https?:\/\//, '').replace(/^clerk\./, '');
  return own && key?.instanceType === 'production' ? `clerk.${own}` : (key?.frontendApi ?? '');
}

function describeKey(publishableKey: string | undefined): string {
  const hint = 'The start page of your Foyer server (http://localhost:4000) shows it.';
  if (!publishableKey) return `ClerkProvider needs a publishableKey. ${hint}`;
  return `"${publishableKey}" is not a publishable key: those begin with pk_test_ or pk_live_. ${hint}`;
}
