import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { BACKEND_PREFIX } from '../platform/http/address.ts';
import type { DeclaredRoute } from '../platform/http/routes.ts';
import { createTestInstance, testApp, type TestApp, type TestInstance } from './app.ts';
import { encodeForm, type Browser } from './browser.ts';

/** Requests to each route; more, and others, in a longer run: `FUZZ_RUNS=500 FUZZ_SEED=7`. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 12);
/** The same requests in every run: what it finds today, nobody else meets by chance tomorrow. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** No request may take longer than this, in milliseconds. */
const PATIENCE = 5_000;

/** Values that parsers, databases and rules stumble over. */
const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', '\0', 'null', 'true', '-1', '0', '1e400', '9007199254740993', '99999999999999999999', '{}', '[]', '{"a":', '../../etc/passwd', "' or 1=1 --", '%00', '\u202e', '\ud800', 'a@b', 'a+clerk_test@example.com', '+15555550100', '424242', 'javascript:alert(1)', 'http://[', '//evil.example', '__proto__'),
  fc.string({ minLength: 5_000, maxLength: 20_000 }),
  fc.integer().map(String),
);
const nastyJson = fc.oneof(nasty, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(nasty, { maxLength: 3 }), fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }), fc.constant({ __proto__: null, constructor: {} }));

function keysOf(schema: { properties?: object } | undefined): string[] {
  return Object.keys(schema?.properties ?? {});
}

/** Some of a route's known parameters with nasty values, and at times one that it does not know. */
function parameters<T>(keys: string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  const name = keys.length > 0 ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: fc.string({ minLength: 1 }) }) : fc.string({ minLength: 1 });
  return fc.array(fc.tuple(name, value), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));
}

/** Ids that exist, so that more than the look-up is reached. */
interface Known {
  ids: string[];
}

describe('any parameters', () => {
  let app: TestApp;
  let house: TestInstance;
  let signedIn: Browser;
  let known: Known;

  beforeAll(async () => {
    app = await testApp();
    house = await createTestInstance({ settings: { organizations: { enabled: true }, attributes: { username: { enabled: true, used_for_first_factor: true }, phone_number: { enabled: true } } } });
    signedIn = house.browser();
    const email = 'fuzz+clerk_test@example.com';
    const created = await signedIn.post('/v1/client/sign_ups', { email_address: email, password: 'correct horse battery staple' });
    await signedIn.post(`/v1/client/sign_ups/${created.body.response.id}/prepare_verification`, { strategy: 'email_code' });
    const done = await signedIn.post(`/v1/client/sign_ups/${created.body.response.id}/attempt_verification`, { strategy: 'email_code', code: '424242' });
    expect(done.body.response.status).toBe('complete');
    const { client, response } = done.body;
    const user = client.sessions[0].user;
    const organization = (await signedIn.post('/v1/organizations', { name: 'Fuzz' })).body.response;
    known = { ids: [organization.id, user.id, user.email_addresses[0].id, client.id, client.sessions[0].id, response.id, house.instance.id] };
  });

  it('never break a route and never make it hang', { timeout: 600_000 }, async () => {
    for (const route of app.routes) await fuzz(route);
  });

  async function fuzz(route: DeclaredRoute): Promise<void> {
    const segment = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known.ids) }, { weight: 2, arbitrary: nasty });
    const segments = fc.array(segment, { minLength: 3, maxLength: 3 });
    const frontend = route.face === 'frontend';
    await fc.assert(
      fc.asyncProperty(
        segments,
        parameters(keysOf(route.options.query), nasty),
        parameters(keysOf(route.options.body), frontend ? nasty : nastyJson),
        fc.boolean(),
        async (ids, query, body, asSomeone) => {
          const started = performance.now();
          const answer = await send(route, ids, query, body, asSomeone);
          expect(answer.statusCode, answer.body).toBeLessThan(500);
          expect(performance.now() - started).toBeLessThan(PATIENCE);
        },
      ),
      { numRuns: RUNS, seed: SEED },
    ).catch((error: unknown) => {
      throw new Error(`${route.method} ${route.path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
  }

  function send(route: DeclaredRoute, ids: string[], query: Record<string, string>, body: Record<string, unknown>, asSomeone: boolean) {
    let index = 0;
    const path = route.path.replaceAll(/:\w+/g, () => encodeURIComponent(wellFormed(ids[index++] ?? 'x')).slice(0, 100) || 'x');
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, wellFormed(value)]));
    const hasBody = route.method !== 'GET';
    if (route.face === 'backend') {
      return app.http.inject({
        method: route.method as 'GET',
        url: `/api${path}?${search}`,
        headers: { ...(asSomeone ? { authorization: `Bearer ${house.secretKey}` } : {}), 'content-type': 'application/json' },
        ...(hasBody ? { payload: JSON.stringify(body) } : {}),
      });
    }
    if (asSomeone && signedIn.devBrowser) search.set('__clerk_db_jwt', signedIn.devBrowser);
    return app.http.inject({
      method: route.method as 'GET',
      url: `/i/${house.instance.slug}${path}?${search}`,
      headers: { origin: 'http://localhost:3000', ...(hasBody ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
      ...(hasBody ? { payload: encodeForm(body as Record<string, string>) } : {}),
    });
  }
});

/** Lone surrogates cannot travel in an address. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

it('the prefix of the Backend API is not a way around its address', async () => {
  const { http } = await testApp();
  const answer = await http.inject({ url: `${BACKEND_PREFIX}/v1/users` });
  expect(answer.statusCode).toBe(401);
});
