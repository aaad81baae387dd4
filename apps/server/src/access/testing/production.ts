import { randomBytes } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import type { NewInstance } from '../../instances/instances/service.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { encodeForm, toAnswer, type Answer } from '../../testing/browser.ts';

export interface Call {
  query?: Record<string, string>;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** A production instance that is reached by its host name over TLS, and a way to ask it anything. */
export interface ProductionInstance extends TestInstance {
  /** Registrable domain of the instance. */
  domain: string;
  /** Cookies of the answer, by name: their values and attributes as written. */
  send(method: 'GET' | 'POST' | 'DELETE', path: string, call?: Call): Promise<Answer>;
}

export async function createProductionInstance(wanted: Partial<NewInstance> = {}): Promise<ProductionInstance> {
  const app = await testApp();
  const domain = `app-${randomBytes(6).toString('hex')}.com`;
  const test = await createTestInstance({ environmentType: 'production', fapiHost: `clerk.${domain}`, ...wanted });
  return {
    ...test,
    domain,
    async send(method, path, { query = {}, form, headers = {} } = {}) {
      const request: InjectOptions = {
        method,
        url: `${path}?${new URLSearchParams(query)}`,
        headers: { host: `clerk.${domain}`, 'x-forwarded-proto': 'https', ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...headers },
        ...(form ? { payload: encodeForm(form) } : {}),
      };
      return toAnswer(await app.http.inject(request));
    },
  };
}

/** The `Set-Cookie` directives of an answer, by cookie name. */
export function cookiesOf(answer: Answer): Map<string, string> {
  const directives = [answer.headers['set-cookie'] ?? []].flat().map(String);
  return new Map(directives.map((directive) => [directive.slice(0, directive.indexOf('=')), directive]));
}

/** The value in a `Set-Cookie` directive. */
export function valueOf(directive: string | undefined): string {
  return directive?.slice(directive.indexOf('=') + 1).split(';', 1)[0] ?? '';
}
