/** Guards against open redirects: where a URL that anyone may have written (a query parameter) may lead. */
import type { Connection } from './connection.ts';
import { toUrl } from './urls.ts';

export type AllowedOrigins = readonly (string | RegExp)[];

/** Protocols that the browser, or the shell around it (Wails, extensions), may be sent to. */
const PROTOCOLS = ['http:', 'https:', 'wails:', 'chrome-extension:'];

/** This machine, where apps in development are: their instance's own pages lead back to it. */
const THIS_MACHINE = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Origins that need no allowing: this page's, and the instance's own on every subdomain. */
export function defaultAllowedOrigins({ frontendApi, baseUrl, instanceType }: Pick<Connection, 'frontendApi' | 'baseUrl' | 'instanceType'>): AllowedOrigins {
  const domain = frontendApi.replace(/^clerk\./, '');
  const local = instanceType === 'development' ? [THIS_MACHINE] : [];
  return [window.location.origin, new URL(baseUrl).origin, `https://${domain}`, `https://*.${domain}`, ...local];
}

export function isAllowedProtocol({ protocol }: URL, extra: readonly string[] = []): boolean {
  return PROTOCOLS.includes(protocol) || extra.includes(protocol);
}

/** What the console has been told of: components ask again at each drawing. */
const warned = new Set<string>();

/** Whether a redirect may lead there; what is refused is named on the console, as nobody would see it otherwise. */
export function isAllowedRedirect(target: string, origins: AllowedOrigins, protocols?: readonly string[]): boolean {
  const url = parse(target);
  if (!url) return false;
  // Apps on a device (myapp://…) have no origin, only the protocol that was named.
  const isNamed = url.origin === 'null' && protocols?.includes(url.protocol);
  const allowed =
    isNamed || (isAllowedProtocol(url, protocols) && (url.origin === window.location.origin || origins.some((origin) => matches(origin, url.origin))));
  if (!allowed && !warned.has(target)) {
    warned.add(target);
    console.warn(`Foyer: the redirect to ${url.origin} is not allowed. Name its origin in the allowedRedirectOrigins of load().`);
  }
  return allowed;
}

function parse(target: string): URL | null {
  try {
    return toUrl(target);
  } catch {
    return null;
  }
}

/** A text may hold `*`, for any number of characters. */
function matches(allowed: string | RegExp, origin: string): boolean {
  if (allowed instanceof RegExp) return allowed.test(origin);
  const parts = allowed.replace(/\/$/, '').split('*');
  const pattern = parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)).join('[^/]*');
  return new RegExp(`^${pattern}$`).test(origin);
}
