/** No instance ever sees or changes another's data, whatever ids it knows (DESIGN: every query starts from `instance_id`). */
import { examplesOf } from '@foyer/protocol/testing/examples';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSecretKey, listSecretKeys, revokeSecretKey } from '../instances/keys/secret-keys.ts';
import { signedIn } from '../people/testing/people.ts';
import type { DeclaredRoute } from '../platform/http/routes.ts';
import { createTestInstance, testApp, type TestInstance } from './app.ts';
import type { Browser } from './browser.ts';

/** Lists of the victim: what they show belongs to it alone, and must be the same afterwards. */
const LISTS = ['/v1/users', '/v1/clients', '/v1/sessions', '/v1/invitations', '/v1/allowlist_identifiers', '/v1/blocklist_identifiers', '/v1/redirect_urls', '/v1/jwt_templates', '/v1/domains', '/v1/waitlist_entries', '/v1/organizations', '/v1/organization_memberships'];
const MARK = 'victim-of-curiosity';
const ID = /^[a-z_]+_[0-9A-Za-z]{27}$/;

let routes: readonly DeclaredRoute[];
let victim: TestInstance;
let attacker: TestInstance;
let attackersBrowser: Browser;
let ids: string[];

beforeAll(async () => {
  ({ routes } = await testApp());
  const organizations = { enabled: true };
  victim = await createTestInstance({ settings: { organizations, attributes: { username: { enabled: true }, phone_number: { enabled: true } } } });
  attacker = await createTestInstance({ settings: { organizations } });
  attackersBrowser = (await signedIn(attacker)).browser;
  ids = await furnish(victim);
});

/** Gives an instance something of everything, and answers the ids of all of it. */
async function furnish(house: TestInstance): Promise<string[]> {
  const { browser, userId } = await signedIn(house);
  const create = (path: string, json: object) => house.bapi('POST', path, { json });
  const made = [
    await house.bapi('PATCH', `/v1/users/${userId}`, { json: { first_name: MARK, username: MARK.replaceAll('-', '_') } }),
    await create('/v1/phone_numbers', { user_id: userId, phone_number: '+12015550123', verified: true }),
    await create('/v1/invitations', { email_address: `${MARK}@example.com`, notify: false }),
    await create('/v1/waitlist_entries', { email_address: `waiting-${MARK}@example.com`, notify: false }),
    await create('/v1/allowlist_identifiers', { identifier: `allowed-${MARK}@example.com`, notify: false }),
    await create('/v1/blocklist_identifiers', { identifier: `blocked-${MARK}@example.com` }),
    await create('/v1/redirect_urls', { url: `https://${MARK}.example.com` }),
    await create('/v1/jwt_templates', { name: MARK, claims: { mark: MARK } }),
    await create('/v1/organizations', { name: MARK, slug: MARK, created_by: userId }),
    await house.bapi('GET', `/v1/users/${userId}/organization_memberships`),
    await create('/v1/sign_in_tokens', { user_id: userId }),
    await create('/v1/actor_tokens', { user_id: userId, actor: { sub: MARK } }),
    await browser.post('/v1/client/sign_ins', { identifier: `${MARK}@example.com` }),
    await browser.post('/v1/client/sign_ups', { email_address: `other-${MARK}@example.com` }),
    await browser.get('/v1/client'),
    await house.bapi('GET', `/v1/users/${userId}`),
  ];
  return [...new Set([house.instance.id, ...made.flatMap(({ body }) => idsIn(body))])];
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}

async function contents(house: TestInstance): Promise<unknown[]> {
  const answers = await Promise.all(LISTS.map((path) => house.bapi('GET', path)));
  for (const [index, { status }] of answers.entries()) expect([LISTS[index], status]).toEqual([LISTS[index], 200]);
  return answers.map(({ body }) => body);
}

const namesThings = (name: string) => name === 'id' || name.endsWith('_id') || name.endsWith('_ids');
const pointsAtThings = (schema: { properties?: object } | undefined) => Object.keys(schema?.properties ?? {}).filter(namesThings);

/** Sound parameters, but that what they point at is the victim's. */
function parameters(schema: object | undefined, id: string): object {
  if (!schema) return {};
  const sample = fc.sample(examplesOf(schema), { numRuns: 1, seed: 1 })[0] as Record<string, unknown> | unknown[];
  if (Array.isArray(sample)) return sample;
  const pointers = pointsAtThings(schema).map((name) => [name, name.endsWith('_ids') || Array.isArray(sample[name]) ? [id] : id]);
  return { ...sample, ...Object.fromEntries(pointers) };
}

describe('another instance', () => {
  it('learns nothing of what it has the ids of, and changes nothing', { timeout: 300_000 }, async () => {
    const before = await contents(victim);
    const aimed = routes.filter(({ path, options }) => path.includes(':') || pointsAtThings(options.query).length > 0 || pointsAtThings(options.body).length > 0);
    expect(aimed.length).toBeGreaterThan(100);
    expect(ids.length).toBeGreaterThan(12);
    for (const route of aimed) for (const id of ids) await attack(route, id);
    expect(await contents(victim)).toEqual(before);
    // Somebody signed in has asked all along: strangers learn nothing anyway.
    expect((await attackersBrowser.get('/v1/me')).status).toBe(200);
  });

  async function attack(route: DeclaredRoute, id: string): Promise<void> {
    const path = route.path.replaceAll(/:\w+/g, id);
    const query = Object.fromEntries(pointsAtThings(route.options.query).map((name) => [name, id]));
    const body = parameters(route.options.body, id);
    const answer = route.face === 'backend' ? await attacker.bapi(route.method as 'GET', path, { query, ...(route.method === 'GET' ? {} : { json: body }) }) : await byBrowser(route, path, query, body);
    const said = JSON.stringify(answer.body ?? null);
    const what = `${route.method} ${path} ${JSON.stringify(body)} → ${answer.status} ${said.slice(0, 500)}`;
    expect(answer.status, what).toBeLessThan(500);
    expect(said.includes(MARK), what).toBe(false);
    if (route.path.includes(':')) expect(answer.status, what).toBeGreaterThanOrEqual(400);
  }

  function byBrowser({ method }: DeclaredRoute, path: string, query: Record<string, string>, body: object) {
    const address = `${path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
    if (method === 'GET') return attackersBrowser.get(address);
    const form = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
    return method === 'DELETE' ? attackersBrowser.delete(address) : method === 'PATCH' ? attackersBrowser.patch(address, form) : attackersBrowser.post(address, form);
  }
});

describe('a key', () => {
  it.each([
    ['a publishable one', `pk_test_${Buffer.from('example.com$').toString('base64')}`],
    ['one of nobody', `sk_test_${'x'.repeat(40)}`],
    ['one of the wrong environment', `sk_live_${'x'.repeat(40)}`],
  ])('of the wrong kind opens no route of the Backend API: %s', async (_what, secretKey) => {
    await expectNothingOpened(secretKey);
  });

  it('opens no route once it is revoked', async () => {
    const secretKey = await createSecretKey(attacker.ctx.platform, attacker.ctx.db, attacker.instance, { name: 'lost' });
    expect((await attacker.bapi('GET', '/v1/users', { secretKey })).status).toBe(200);
    const lost = (await listSecretKeys(attacker.ctx)).find(({ name }) => name === 'lost');
    expect(await revokeSecretKey(attacker.ctx, lost?.id ?? '')).toBe(true);
    await expectNothingOpened(secretKey);
  });

  async function expectNothingOpened(secretKey: string): Promise<void> {
    for (const { face, method, path, options } of routes) {
      if (face !== 'backend') continue;
      const answer = await attacker.bapi(method as 'GET', path.replaceAll(/:\w+/g, 'x'), { secretKey, ...(method === 'GET' ? {} : { json: parameters(options.body, 'x') }) });
      expect([path, answer.status, answer.body.errors[0].code]).toEqual([path, 401, 'clerk_key_invalid']);
    }
  }
});
