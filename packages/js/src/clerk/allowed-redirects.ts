/** Guards against open redirects: where a URL that anyone may have written (a query parameter) may lead. */
import { toUrl } from './urls.ts';

export type AllowedOrigins = readonly (string | RegExp)[];

/** Protocols that the browser, or the shell around it (Wails, extensions), may be sent to. */
const PROTOCOLS = ['http:', 'https:', 'wails:', 'chrome-extension:'];

/** Origins that need no allowing: this page's, and the instance's own on every subdomain. */
export function defaultAllowedOrigins(frontendApi: string, baseUrl: string): AllowedOrigins {
  const domain = frontendApi.replace(/^clerk\./, '');
  return [window.location.origin, new URL(baseUrl).origin, `https://${domain}`, `https://*.${domain}`];
}

export function isAllowedProtocol({ protocol }: URL, extra: readonly string[] = []): boolean {
  return PROTOCOLS.includes(protocol) || extra.includes(protocol);
}

/** Whether a redirect may lead there; what is refused is named on the console, as nobody would see it otherwise. */
export function isAllowedRedirect(target: string, origins: AllowedOrigins, protocols?: readonly string[]): boolean {
  const url = parse(target);
  if (!url) return false;
  const allowed =
    isAllowedProtocol(url, protocols) &&
    (url.origin === window.location.origin || origins.some((origin) => matches(origin, url.origin)));
  if (!allowed) {
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
