import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { testApp } from '../../testing/app.ts';
import { toAnswer, type Answer } from '../../testing/browser.ts';
import { cookiesOf, valueOf, type ProductionInstance } from './production.ts';

const PASSWORD = 'correct horse battery';

/** Where the apps of the tests have their proxies. */
const PROXY_PATH = '/__clerk';

interface Visit {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  payload?: string;
}

/** A browser over TLS that keeps the cookies of each host, as browsers do with those of the Frontend API. */
export class Visitor {
  readonly #jars = new Map<string, Map<string, string>>();
  readonly #secretKey: string;

  /** @param secretKey what proxies on the way add to requests */
  constructor(secretKey = '') {
    this.#secretKey = secretKey;
  }

  /** Goes to a page of the Frontend API, and no further. */
  async go(url: string, { method = 'GET', headers, payload }: Visit = {}): Promise<Answer> {
    const { host } = new URL(url);
    const jar = this.jar(host);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const { http } = await testApp();
    const through = this.#through(url);
    const answer = toAnswer(await http.inject({ method, ...(payload === undefined ? {} : { payload }), url: through.path, headers: { cookie, ...through.headers, ...headers } }));
    for (const [name, directive] of cookiesOf(answer)) {
      if (/Max-Age=0/.test(directive)) jar.delete(name);
      else jar.set(name, valueOf(directive));
    }
    return answer;
  }

  /** Goes wherever it is sent, to the first page that is not of a Frontend API. */
  async follow(url: string): Promise<{ page: URL; through: string[] }> {
    const through: string[] = [];
    for (let next = new URL(url); through.length < 8; ) {
      if (!next.host.startsWith('clerk.') && !next.pathname.startsWith(`${PROXY_PATH}/`)) return { page: next, through };
      through.push(next.host + next.pathname);
      const answer = await this.go(next.href);
      expect(answer.status, answer.text).toBe(307);
      next = new URL(String(answer.headers['location']));
    }
    throw new Error(`Sent in circles: ${through.join(' → ')}`);
  }

  post(url: string, origin: string, form: Record<string, string> = {}): Promise<Answer> {
    return this.go(url, { method: 'POST', headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() });
  }

  /** Signs in, on the primary domain, as a new user: of this id. */
  async signIn(to: ProductionInstance): Promise<string> {
    const identifier = `p${randomBytes(6).toString('hex')}@example.com`;
    const { body: user } = await to.bapi('POST', '/v1/users', { json: { email_address: [identifier], password: PASSWORD } });
    const answer = await this.post(`https://clerk.${to.domain}/v1/client/sign_ins`, `https://${to.domain}`, { identifier, password: PASSWORD });
    expect(answer.body.response.status, answer.text).toBe('complete');
    return user.id;
  }

  jar(host: string): Map<string, string> {
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }

  /** Proxies say for whom they ask, and that alone: how they reach this server is their own affair. */
  #through(url: string): { path: string; headers: Record<string, string> } {
    const { host, origin, pathname, search } = new URL(url);
    if (!pathname.startsWith(`${PROXY_PATH}/`)) return { path: pathname + search, headers: { host, 'x-forwarded-proto': 'https' } };
    const headers = { host: 'foyer.internal', 'clerk-proxy-url': origin + PROXY_PATH, 'clerk-secret-key': this.#secretKey, 'x-forwarded-for': '81.2.69.142' };
    return { path: pathname.slice(PROXY_PATH.length) + search, headers };
  }
}
