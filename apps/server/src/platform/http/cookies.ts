/** Attributes of a cookie; `maxAge` in seconds, 0 removes it. */
export interface CookieAttributes {
  maxAge: number;
  domain?: string;
  path?: string;
  secure?: boolean;
  httpOnly?: boolean;
  sameSite?: 'Strict' | 'Lax' | 'None';
  /** Keeps a cross-site cookie in the partition of the top-level site. */
  partitioned?: boolean;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const VALUE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;

/**
 * A `Set-Cookie` directive (RFC 6265 §4.1).
 *
 * @throws RangeError when name or value could not travel unchanged.
 */
export function cookieDirective(name: string, value: string, attributes: CookieAttributes): string {
  if (!TOKEN.test(name) || !VALUE.test(value)) throw new RangeError(`Cookie ${name} cannot be written as it is.`);
  const parts = [`${name}=${value}`, `Path=${attributes.path ?? '/'}`];
  if (attributes.domain) parts.push(`Domain=${attributes.domain}`);
  parts.push(`Max-Age=${attributes.maxAge}`);
  parts.push(`Expires=${new Date(attributes.maxAge === 0 ? 0 : Date.now() + attributes.maxAge * 1000).toUTCString()}`);
  if (attributes.httpOnly) parts.push('HttpOnly');
  if (attributes.secure) parts.push('Secure');
  if (attributes.sameSite) parts.push(`SameSite=${attributes.sameSite}`);
  if (attributes.partitioned) parts.push('Partitioned');
  return parts.join('; ');
}

/** Reads a `Cookie` header. Of a name that occurs twice the first wins, as in RFC 6265 §5.4 order. */
export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals < 1) continue;
    const name = pair.slice(0, equals).trim();
    if (!cookies.has(name)) cookies.set(name, unquoted(pair.slice(equals + 1).trim()));
  }
  return cookies;
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}
