/** The cookies by which servers learn who is signed in. See also the spec of the handshake. */
import {
  inOneYear, isInCrossOriginFrame, readCookie, removeCookie, widestCookieDomain, writeCookie, type CookieOptions,
} from './cookies.ts';

const ACTIVE_CONTEXT = 'clerk_active_context';

/** One value kept under two names: with the instance's suffix, and plain for older servers. */
class SuffixedCookie {
  readonly #name: string;
  readonly #suffixedName: string;
  readonly #options: () => CookieOptions;

  constructor(name: string, suffix: string, options: () => CookieOptions) {
    this.#name = name;
    this.#suffixedName = `${name}_${suffix}`;
    this.#options = options;
  }

  read(): string | undefined {
    return readCookie(this.#suffixedName) ?? readCookie(this.#name);
  }

  write(value: string): void {
    const options = { ...this.#options(), expires: inOneYear() };
    writeCookie(this.#suffixedName, value, options);
    writeCookie(this.#name, value, options);
  }

  remove(): void {
    removeCookie(this.#suffixedName, this.#options());
    removeCookie(this.#name, this.#options());
  }
}

export class AuthCookies {
  /** The current session token. Readable by the page: it is short-lived, and scripts need it for `getToken`. */
  readonly session: SuffixedCookie;
  /** Seconds since 1970 of the client's last change; `0` when signed out. Development only: in production FAPI sets it. */
  readonly clientUat: SuffixedCookie;
  /** Development only: names this browser to FAPI, which lives on another site than the app. */
  readonly devBrowser: SuffixedCookie;
  #uatDomain: { value: string | undefined } | undefined;

  constructor(suffix: string) {
    this.session = new SuffixedCookie('__session', suffix, () => pageCookie('Lax'));
    this.devBrowser = new SuffixedCookie('__clerk_db_jwt', suffix, () => pageCookie('Lax'));
    this.clientUat = new SuffixedCookie('__client_uat', suffix, () => {
      this.#uatDomain ??= { value: widestCookieDomain() };
      return { ...pageCookie('Strict'), domain: this.#uatDomain.value };
    });
  }

  /** Remembers what this tab shows, so that background tabs with another session or organization hold still. */
  writeActiveContext(sessionId: string | undefined, organizationId: string | null | undefined): void {
    writeCookie(ACTIVE_CONTEXT, `${sessionId ?? ''}:${organizationId ?? ''}`, pageCookie('Lax'));
  }

  /** Whether the tab last used shows this session and organization (or none has said). */
  isActiveContext(sessionId: string | undefined, organizationId: string | null | undefined): boolean {
    const context = readCookie(ACTIVE_CONTEXT);
    return context === undefined || context === ':' || context === `${sessionId ?? ''}:${organizationId ?? ''}`;
  }
}

function pageCookie(sameSite: 'Lax' | 'Strict'): CookieOptions {
  const framed = isInCrossOriginFrame();
  return { sameSite: framed ? 'None' : sameSite, secure: framed || window.location.protocol === 'https:' };
}
