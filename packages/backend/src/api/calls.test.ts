import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClerkClient } from '../create-client.ts';
import { stubBackendApi, type RecordedCall } from '../testing/backend-api.ts';
import fixture from '../fixtures/api-calls.json' with { type: 'json' };
import { toCamelCase } from './names.ts';

/** What a recorded call carried: all of the parameters (without or with some), only some, or a form. */
type Keys = 'form' | { all?: boolean; without?: string[]; with?: string[]; only?: string[] } | undefined;

interface Recorded {
  method: string;
  args: string[];
  calls: { request: string; query?: Keys; body?: Keys; auth?: 'machine' }[];
}

const client = createClerkClient({ secretKey: 'sk_live_1', machineSecretKey: 'ak_1', apiUrl: 'https://api.test' });
let calls: RecordedCall[] = [];

beforeEach(() => {
  calls = stubBackendApi(() => ({ data: [] }));
});
afterEach(() => vi.unstubAllGlobals());

/** Parameters that the public types spell as the wire does. */
const SNAKE_CASE = new Set(['suffixed_cookies', 'expired_token', 'request_origin', 'request_headers']);

/** Every parameter that any method takes, as an application would name them. */
function allParams(): Record<string, unknown> {
  const params = Object.fromEntries(fixture.params.map((name) => [SNAKE_CASE.has(name) ? name : toCamelCase(name), `value_of_${name}`]));
  return { ...params, verified: true, file: new Blob(['x']) };
}

function expectedKeys(keys: Keys): string[] {
  if (!keys || keys === 'form') return [];
  if (keys.only) return keys.only.toSorted();
  return [...fixture.params.filter((name) => !keys.without?.includes(name)), ...(keys.with ?? [])].toSorted();
}

function call(method: string, args: string[]): Promise<unknown> {
  const [group = '', name = ''] = method.split('.');
  const api = client as unknown as Record<string, Record<string, (...given: unknown[]) => Promise<unknown>>>;
  const values: Record<string, unknown> = { id: 'some_id', text: 'oauth_google', params: allParams() };
  return api[group]?.[name]?.(...args.map((arg) => values[arg])) ?? Promise.reject(new Error(`There is no ${method}`));
}

describe('every method sends what the official client sends', () => {
  it.each(fixture.methods as Recorded[])('$method', async ({ method, args, calls: recorded }) => {
    await call(method, args);
    expect(calls).toHaveLength(recorded.length);
    for (const [index, expected] of recorded.entries()) {
      const actual = calls[index];
      if (!actual) throw new Error('A call is missing.');
      const [verb, path = ''] = expected.request.split(' ');
      expect(actual.method).toBe(verb);
      expect(actual.path).toMatch(new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`));
      expect([...new Set(actual.query.keys())].toSorted()).toEqual(expectedKeys(expected.query));
      if (expected.body === 'form') expect(actual.body).toBeInstanceOf(FormData);
      else expect(Object.keys(actual.body ?? {}).toSorted()).toEqual(expectedKeys(expected.body));
      // m2m calls of the record pass no machine key of their own, so the client's is used.
      expect(actual.headers.get('authorization')).toBe({ secret: 'Bearer sk_live_1', machine: 'Bearer ak_1' }[expected.auth ?? 'secret']);
    }
  });
});
