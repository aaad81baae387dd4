import type { FastifyInstance, InjectOptions } from 'fastify';

type Form = Record<string, string | number | boolean | null | readonly string[] | object | undefined>;

export interface Answer {
  status: number;
  /** The parsed JSON body; `undefined` when there is none. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers freely
  body: any;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
}

interface BrowserOptions {
  /** Prefix of the instance, such as `/i/quiet-otter-4`. */
  prefix: string;
  origin?: string;
  userAgent?: string;
  /** Production browsers have no dev browser; the client is in a cookie. */
  development: boolean;
  apiVersion?: string;
  /** Version of the browser SDK that it says it runs. */
  sdkVersion?: string;
  /** Where its requests come from; this machine unless told otherwise. */
  ip?: string;
}

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/**
 * A browser as clerk-js makes it look on the wire: form bodies, `_method`, version parameters, a
 * dev browser in development, a cookie jar.
 */
export class Browser {
  readonly #app: FastifyInstance;
  readonly #options: BrowserOptions;
  readonly cookies = new Map<string, string>();
  devBrowser: string | null = null;
  /** Session that requests speak for; follows the client's last active one. */
  sessionId: string | null = null;

  constructor(app: FastifyInstance, options: BrowserOptions) {
    this.#app = app;
    this.#options = options;
  }

  get(path: string, query: Record<string, string> = {}): Promise<Answer> {
    return this.#send('GET', path, undefined, query);
  }

  post(path: string, form: Form = {}, query: Record<string, string> = {}): Promise<Answer> {
    return this.#send('POST', path, form, query);
  }

  patch(path: string, form: Form = {}): Promise<Answer> {
    return this.#send('POST', path, form, { _method: 'PATCH' });
  }

  put(path: string, form: Form = {}): Promise<Answer> {
    return this.#send('POST', path, form, { _method: 'PUT' });
  }

  delete(path: string): Promise<Answer> {
    return this.#send('POST', path, {}, { _method: 'DELETE' });
  }

  async #send(method: 'GET' | 'POST', path: string, form: Form | undefined, query: Record<string, string>): Promise<Answer> {
    if (this.#options.development && this.devBrowser === null && path !== '/v1/dev_browser') await this.#becomeDevBrowser();
    const search = new URLSearchParams({
      ...query,
      __clerk_api_version: this.#options.apiVersion ?? '2025-11-10',
      _clerk_js_version: this.#options.sdkVersion ?? '5.109.2',
      ...(this.sessionId && !path.startsWith('/v1/client') ? { _clerk_session_id: this.sessionId } : {}),
      ...(this.devBrowser ? { __clerk_db_jwt: this.devBrowser } : {}),
    });
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request: InjectOptions = {
      method,
      url: `${this.#options.prefix}${path}?${search}`,
      headers: {
        origin: this.#options.origin ?? 'http://localhost:3000',
        'user-agent': this.#options.userAgent ?? CHROME,
        ...(cookie ? { cookie } : {}),
        ...(this.#options.ip ? { 'x-forwarded-for': this.#options.ip } : {}),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: encodeForm(form) } : {}),
    };
    const answer = toAnswer(await this.#app.inject(request));
    this.#remember(answer);
    return answer;
  }

  async #becomeDevBrowser(): Promise<void> {
    this.devBrowser = '';
    const { body } = await this.#send('POST', '/v1/dev_browser', {}, {});
    this.devBrowser = body.id;
  }

  #remember(answer: Answer): void {
    for (const directive of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = String(directive).split(';', 1);
      const equals = pair.indexOf('=');
      if (/max-age=0/i.test(String(directive))) this.cookies.delete(pair.slice(0, equals));
      else this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    const renewed = answer.headers['clerk-db-jwt'];
    if (typeof renewed === 'string') this.devBrowser = renewed;
    const client = answer.body?.client ?? (answer.body?.response?.object === 'client' ? answer.body.response : undefined);
    if (client) this.sessionId = client.last_active_session_id ?? null;
  }
}

/** Encodes a body as clerk-js does: arrays repeat the key, objects become JSON, null the empty string. */
export function encodeForm(form: Form): string {
  const body = new URLSearchParams();
  for (const [key, value] of Object.entries(form)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) for (const item of value) body.append(key, String(item));
    else if (value === null) body.append(key, '');
    else body.append(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return body.toString();
}

export function toAnswer(response: Awaited<ReturnType<FastifyInstance['inject']>>): Answer {
  const json = String(response.headers['content-type'] ?? '').startsWith('application/json');
  return { status: response.statusCode, body: json && response.body !== '' ? response.json() : undefined, headers: response.headers, text: response.body };
}
