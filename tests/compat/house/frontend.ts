import type { KnownInstance } from './global-setup.ts';

/** What an answer of the Frontend API holds, as far as the tests look. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers freely
type Body = any;

type Form = Record<string, string>;

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/**
 * The Frontend API as a browser's script uses it: form bodies, a development browser or cookies, and
 * the session that the client was last active in.
 */
export class Frontend {
  readonly cookies = new Map<string, string>();
  devBrowser: string | undefined;
  sessionId: string | undefined;
  readonly #base: string;
  readonly #origin: string;

  /**
   * @param base where the instance's Frontend API is, without `/v1`
   * @param origin of the app's pages
   */
  constructor(base: string, origin: string) {
    this.#base = base;
    this.#origin = origin;
  }

  /** @throws when the answer is an error */
  async send(method: 'GET' | 'POST', path: string, form: Form = {}): Promise<Body> {
    const query = new URLSearchParams({ __clerk_api_version: '2025-11-10', ...(this.devBrowser && { __clerk_db_jwt: this.devBrowser }) });
    const response = await fetch(`${this.#base}/v1${path}?${query}`, {
      method,
      headers: { origin: this.#origin, 'user-agent': CHROME, cookie: this.cookieHeader() },
      ...(method === 'POST' && { body: new URLSearchParams(form) }),
    });
    this.remember(response.headers);
    const body: Body = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(body)}`);
    const client = body.client ?? (body.response?.object === 'client' ? body.response : undefined);
    if (client) this.sessionId = client.last_active_session_id ?? undefined;
    return body;
  }

  /** A page visit, which scripts cannot make: redirects are shown, not followed. */
  async visit(url: string): Promise<Response> {
    const response = await fetch(url, { redirect: 'manual', headers: { 'user-agent': CHROME, cookie: this.cookieHeader(), 'sec-fetch-dest': 'document' } });
    this.remember(response.headers);
    return response;
  }

  /** Signs in by a sign-in token from the Backend API. */
  async signInWithTicket(ticket: string): Promise<{ sessionId: string; clientId: string }> {
    const { response, client } = await this.send('POST', '/client/sign_ins', { strategy: 'ticket', ticket });
    return { sessionId: response.created_session_id, clientId: client.id };
  }

  async sessionToken(): Promise<string> {
    return (await this.send('POST', `/client/sessions/${this.sessionId}/tokens`)).jwt;
  }

  /** The same browser with a jar of its own. */
  copy(): Frontend {
    const copy = new Frontend(this.#base, this.#origin);
    copy.devBrowser = this.devBrowser;
    copy.sessionId = this.sessionId;
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Takes cookies into the jar. */
  remember(headers: Headers): void {
    for (const directive of headers.getSetCookie()) {
      const [pair = ''] = directive.split(';', 1);
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (/max-age=0/i.test(directive)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** A new development browser. */
export async function developmentBrowser(base: string, origin = 'http://localhost:3000'): Promise<Frontend> {
  const frontend = new Frontend(base, origin);
  frontend.devBrowser = (await frontend.send('POST', '/dev_browser')).id;
  return frontend;
}

/** Where an instance that is not the default is reached. */
export function prefixOf(url: string, { slug }: KnownInstance): string {
  return `${url}/i/${slug}`;
}
