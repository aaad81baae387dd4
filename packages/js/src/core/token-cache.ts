import type { Token } from '../resources/token.ts';

/** Seconds of life below which a token is not handed out any more: enough to reach a server and be verified there. */
const LEEWAY = 10;
/** Seconds between two rounds of the poller; added to the leeway, so that it renews in time. */
const POLLING_INTERVAL = 5;

interface Entry {
  token: Promise<Token>;
  /** The token, once it has arrived. */
  arrived?: Token;
  /** By this browser's clock, in seconds; `undefined` while the token is on its way. */
  expiresAt?: number;
}

/**
 * Tokens by session, template and organization. Callers that ask at the same time share one request. Age is
 * counted by this browser's clock from the moment of arrival, so that a wrong clock does no harm.
 */
export class TokenCache {
  readonly #entries = new Map<string, Entry>();

  /** A token that lives on for at least `leeway` seconds (and never less than the default), or one on its way. */
  get(key: string, leeway = LEEWAY): Promise<Token> | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    const needed = Math.max(leeway, LEEWAY) + POLLING_INTERVAL;
    if (entry.expiresAt !== undefined && entry.expiresAt - now() < needed) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry.token;
  }

  /** Keeps the promise of a token; one that fails is forgotten. */
  set(key: string, token: Promise<Token>): Promise<Token> {
    const entry: Entry = { token };
    this.#entries.set(key, entry);
    token.then(
      (arrived) => Object.assign(entry, arrival(arrived)),
      () => { if (this.#entries.get(key) === entry) this.#entries.delete(key); },
    );
    return token;
  }

  /** Keeps a token that came along with something else, unless it is the one we have or an older one. */
  offer(key: string, token: Token): void {
    const known = this.#entries.get(key)?.arrived;
    if (known && (known.claims.iat > token.claims.iat || known.getRawString() === token.getRawString())) return;
    this.#entries.set(key, { token: Promise.resolve(token), ...arrival(token) });
  }

  /** Forgets the tokens of a session, or all of them. */
  clear(sessionId?: string): void {
    if (sessionId === undefined) return this.#entries.clear();
    for (const key of this.#entries.keys()) if (key.startsWith(`${sessionId}-`)) this.#entries.delete(key);
  }

  static key(sessionId: string, template: string | undefined, organizationId: string | null | undefined): string {
    return [sessionId, template ?? '', organizationId ?? ''].join('-');
  }
}

function arrival(token: Token): Pick<Entry, 'arrived' | 'expiresAt'> {
  return { arrived: token, expiresAt: now() + (token.claims.exp - token.claims.iat) };
}

function now(): number {
  return Date.now() / 1000;
}
