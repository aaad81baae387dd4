/** Cookie values by name. Only names with two leading underscores are kept: all of ours begin so. */
export type CookieValues = Record<string, string | undefined>;

/** Reads a `Cookie` header (RFC 6265 §5.4); of a repeated name the first, most specific value counts. */
export function parseCookies(header: string | undefined): CookieValues {
  const cookies: CookieValues = Object.create(null);
  if (!header) return cookies;
  let start = 0;
  while (start < header.length) {
    const semicolon = header.indexOf(';', start);
    const end = semicolon === -1 ? header.length : semicolon;
    while (header.charCodeAt(start) === SPACE) start++;
    if (header.startsWith('__', start)) {
      const equals = header.indexOf('=', start);
      if (equals !== -1 && equals < end) cookies[header.slice(start, equals)] ??= decode(header.slice(equals + 1, end).trim());
    }
    start = end + 1;
  }
  return cookies;
}

const SPACE = 32;

function decode(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    // A stray percent sign: somebody else's encoding, so the value is taken as it stands.
    return value;
  }
}
