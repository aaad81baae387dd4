/** One request with everything authentication may ask of it, each read when first needed. */
import { constants } from '../constants.ts';
import type { CookieValues } from './cookies.ts';
import { parseCookies } from './cookies.ts';
import { publicUrl } from './public-url.ts';
import type { RequestView } from './request-view.ts';
import { usesSuffixedCookies } from './suffixed-cookies.ts';
import type { Settings } from './settings.ts';

const { Cookies, Headers, QueryParameters } = constants;

export class RequestContext {
  readonly request: RequestView;
  readonly settings: Settings;
  /** The session token in the Authorization header. */
  readonly tokenInHeader: string | undefined;
  readonly #suffix: string;
  #cookies: CookieValues | undefined;
  #suffixed: boolean | undefined;
  #url: URL | undefined;
  #target: string | undefined;

  constructor(request: RequestView, settings: Settings, suffix: string) {
    this.request = request;
    this.settings = settings;
    this.tokenInHeader = parseAuthorization(request.header(Headers.Authorization));
    this.#suffix = suffix;
  }

  /** The URL the browser used. */
  get url(): URL {
    return (this.#url ??= publicUrl(this.request));
  }

  get usesSuffixedCookies(): boolean {
    return (this.#suffixed ??= usesSuffixedCookies(this));
  }

  get sessionTokenInCookie(): string | undefined {
    return this.#instanceCookie(Cookies.Session);
  }

  /** Only ever set under its suffixed name. */
  get refreshTokenInCookie(): string | undefined {
    return this.suffixedCookie(Cookies.Refresh);
  }

  /** Seconds since 1970 of the client's last change; 0: signed out, or no such cookie. */
  get clientUat(): number {
    return Number.parseInt(this.#instanceCookie(Cookies.ClientUat) ?? '', 10) || 0;
  }

  get devBrowserToken(): string | undefined {
    return this.queryParameter(QueryParameters.DevBrowser) || this.#instanceCookie(Cookies.DevBrowser);
  }

  get handshakeToken(): string | undefined {
    return this.queryParameter(QueryParameters.Handshake) || this.cookie(Cookies.Handshake);
  }

  get handshakeNonce(): string | undefined {
    return this.queryParameter(QueryParameters.HandshakeNonce) || this.cookie(Cookies.HandshakeNonce);
  }

  /** How many handshakes the last two seconds have seen. */
  get redirectCount(): number {
    return Number(this.cookie(Cookies.RedirectCount)) || 0;
  }

  /** Whether a page is being loaded (rather than data for one), so that a redirect makes sense. */
  get isDocumentRequest(): boolean {
    const destination = this.request.header(Headers.SecFetchDest);
    if (destination === 'document' || destination === 'iframe') return true;
    return !destination && (this.request.header(Headers.Accept)?.startsWith('text/html') ?? false);
  }

  cookie(name: string): string | undefined {
    this.#cookies ??= parseCookies(this.request.header('cookie'));
    return this.#cookies[name];
  }

  suffixedCookie(name: string): string | undefined {
    return this.cookie(`${name}_${this.#suffix}`);
  }

  queryParameter(name: string): string | undefined {
    // Parsing the URL is dear and these parameters are rare.
    this.#target ??= this.request.url;
    return this.#target.includes(name) ? (this.url.searchParams.get(name) ?? undefined) : undefined;
  }

  #instanceCookie(name: string): string | undefined {
    return this.usesSuffixedCookies ? this.suffixedCookie(name) : this.cookie(name);
  }
}

/** A bearer token (RFC 6750 §2.1); a header of one word counts as a token too, if only to be refused. */
function parseAuthorization(header: string | undefined): string | undefined {
  if (!header) return undefined;
  const [scheme, token] = header.split(' ', 2);
  if (!token) return scheme;
  return scheme === 'Bearer' ? token : undefined;
}
