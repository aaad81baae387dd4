/** Reading and writing the page's cookies. */

export interface CookieOptions {
  sameSite: 'Lax' | 'Strict' | 'None';
  secure: boolean;
  /** Host-only without it. */
  domain?: string;
  /** A session cookie (gone when the browser closes) without it. */
  expires?: Date;
  /** Keeps the cookie apart per embedding site (CHIPS). */
  partitioned?: boolean;
}

export function readCookie(name: string): string | undefined {
  const start = `${name}=`;
  const entry = document.cookie.split('; ').find((cookie) => cookie.startsWith(start));
  return entry === undefined ? undefined : decode(entry.slice(start.length));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not one of ours: others may write a bare "%".
    return value;
  }
}

export function writeCookie(name: string, value: string, options: CookieOptions): void {
  const parts = [`${name}=${encodeURIComponent(value)}`, 'path=/', `samesite=${options.sameSite}`];
  if (options.secure) parts.push('secure');
  if (options.domain) parts.push(`domain=${options.domain}`);
  if (options.expires) parts.push(`expires=${options.expires.toUTCString()}`);
  if (options.partitioned) parts.push('partitioned');
  document.cookie = parts.join('; ');
}

export function removeCookie(name: string, options: CookieOptions): void {
  writeCookie(name, '', { ...options, expires: new Date(0) });
}

export function inOneYear(): Date {
  return new Date(Date.now() + 365 * 24 * 60 * 60 * 1000);
}

/** Whether this page is framed by another site, where browsers only keep `SameSite=None` cookies. */
export function isInCrossOriginFrame(): boolean {
  try {
    return window.self !== window.top && window.top?.location.origin !== window.location.origin;
  } catch {
    // Reading another origin's location throws.
    return true;
  }
}

/**
 * The widest domain on which this page may set cookies (eTLD+1), or `undefined` for host-only ones. Browsers
 * refuse cookies on public suffixes, so trying is exact without a copy of the public suffix list.
 */
export function widestCookieDomain(hostname: string = window.location.hostname): string | undefined {
  const labels = hostname.split('.');
  const isAddress = /^[\d.]+$|:/.test(hostname);
  if (isAddress || labels.length < 2) return undefined;
  for (let count = 2; count <= labels.length; count++) {
    const domain = labels.slice(-count).join('.');
    const options: CookieOptions = { sameSite: 'Strict', secure: false, domain };
    writeCookie(PROBE, '1', options);
    const accepted = readCookie(PROBE) === '1';
    removeCookie(PROBE, options);
    if (accepted) return domain;
  }
  return undefined;
}

const PROBE = '__clerk_test_etld';
