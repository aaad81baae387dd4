import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { createTestInstance, testApp } from '../../testing/app.ts';
import { toAnswer, type Answer } from '../../testing/browser.ts';
import { createProductionInstance, type ProductionInstance } from '../testing/production.ts';
import { timeTravel } from '../testing/travel.ts';
import { Visitor } from '../testing/visitor.ts';

const travel = timeTravel();

let test: ProductionInstance;
let satellite: string;
beforeAll(async () => {
  test = await createProductionInstance();
  satellite = await addSatellite(test);
});

async function addSatellite(to: ProductionInstance): Promise<string> {
  const name = `sat-${randomBytes(6).toString('hex')}.com`;
  expect((await to.bapi('POST', '/v1/domains', { json: { name, is_satellite: true } })).status).toBe(200);
  return name;
}

const page = () => `https://www.${satellite}/page?a=1`;
const handshakeUrl = () => `https://clerk.${satellite}/v1/client/handshake?${new URLSearchParams({ redirect_url: page(), format: 'nonce', suffixed_cookies: 'false' })}`;
const syncUrl = (redirectUrl = page()) => `https://clerk.${satellite}/v1/client/sync?${new URLSearchParams({ redirect_url: redirectUrl })}`;
const clientOn = async (visitor: Visitor, host = `clerk.${satellite}`) => (await visitor.go(`https://${host}/v1/client`, { headers: { origin: `https://${host.slice('clerk.'.length)}` } })).body.response;
const errorOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.code];

/** What the satellite's server learns from a handshake. */
async function handshake(visitor: Visitor): Promise<{ through: string[]; directives: string[] }> {
  const { page: back, through } = await visitor.follow(handshakeUrl());
  expect(back.href).toBe(page());
  const nonce = visitor.jar(`clerk.${satellite}`).get('__clerk_handshake_nonce') ?? '';
  const { body } = await test.bapi('GET', '/v1/clients/handshake_payload', { query: { nonce } });
  return { through, directives: body.directives };
}
const tokenIn = (directives: string[]) => directives.find((one) => one.startsWith('__session='))?.split(';', 1)[0]?.slice('__session='.length);
const subjectOf = (jwt = '') => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString() || '{}').sub;

describe('a satellite', () => {
  it('learns from the primary domain who is signed in, once, and tells its server', async () => {
    const visitor = new Visitor();
    const userId = await visitor.signIn(test);
    const first = await handshake(visitor);
    expect(first.through).toEqual([`clerk.${satellite}/v1/client/handshake`, `clerk.${test.domain}/v1/client/sync`, `clerk.${satellite}/v1/client/link`, `clerk.${satellite}/v1/client/handshake`]);
    expect(subjectOf(tokenIn(first.directives))).toBe(userId);
    expect(first.directives.find((one) => one.startsWith('__client_uat='))).toContain(`Domain=${satellite}`);
    const second = await handshake(visitor);
    expect(second.through).toEqual([`clerk.${satellite}/v1/client/handshake`]);
    expect(subjectOf(tokenIn(second.directives))).toBe(userId);
  });

  it('tells that nobody is signed in', async () => {
    const { directives } = await handshake(new Visitor());
    expect(tokenIn(directives)).toBe('');
    expect(directives.find((one) => one.startsWith('__client_uat='))).toMatch(/^__client_uat=0;/);
  });

  it('syncs its pages, too, which share the client from then on', async () => {
    const visitor = new Visitor();
    const userId = await visitor.signIn(test);
    const { page: back } = await visitor.follow(syncUrl());
    expect(back.href).toBe(`${page()}&__clerk_synced=true`);
    const client = await clientOn(visitor);
    expect(client).toMatchObject({ id: (await clientOn(visitor, `clerk.${test.domain}`)).id, sessions: [{ user: { id: userId } }] });
    const tokens = `https://clerk.${satellite}/v1/client/sessions/${client.last_active_session_id}/tokens`;
    expect(subjectOf((await visitor.post(tokens, `https://${satellite}`)).body.jwt)).toBe(userId);
    await visitor.go(`https://clerk.${satellite}/v1/client/sessions?_method=DELETE`, { method: 'POST', headers: { origin: `https://${satellite}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: '' });
    expect((await clientOn(visitor, `clerk.${test.domain}`))?.sessions ?? []).toEqual([]);
  });

  it('hears of a sign-in after its first visit', async () => {
    const visitor = new Visitor();
    await handshake(visitor);
    const userId = await visitor.signIn(test);
    expect(subjectOf(tokenIn((await handshake(visitor)).directives))).toBe(userId);
  });

  it('signs nobody in itself', async () => {
    const origin = `https://${satellite}`;
    for (const path of ['sign_ins', 'sign_ups']) {
      expect(errorOf(await new Visitor().post(`https://clerk.${satellite}/v1/client/${path}`, origin, {}))).toEqual([403, 'operation_not_allowed_on_satellite_domain']);
    }
  });

  it('is reached by the parameter that names its Frontend API, as well', async () => {
    const visitor = new Visitor();
    const userId = await visitor.signIn(test);
    const url = new URL(handshakeUrl().replace(`clerk.${satellite}`, `clerk.${test.domain}`));
    url.searchParams.set('satellite_fapi', `clerk.${satellite}`);
    expect((await visitor.follow(url.href)).page.href).toBe(page());
    expect(await clientOn(visitor)).toMatchObject({ sessions: [{ user: { id: userId } }] });
  });
});

describe('a sync', () => {
  /** The link back to the satellite, not followed yet. */
  async function linkOf(visitor: Visitor): Promise<string> {
    const away = await visitor.go(syncUrl());
    return String((await visitor.go(String(away.headers['location']))).headers['location']);
  }

  it('can be ended once, and in time', async () => {
    const visitor = new Visitor();
    await visitor.signIn(test);
    const link = await linkOf(visitor);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.go(link)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([307, 403, 403]);
    const late = await linkOf(visitor);
    await travel(MINUTE + 1);
    expect(errorOf(await visitor.go(late))).toEqual([403, 'sync_nonce_already_consumed']);
  });

  it('can be ended by the browser only that began it', async () => {
    const [attacker, victim] = [new Visitor(), new Visitor()];
    await attacker.signIn(test);
    for (const prepare of [async () => undefined, () => victim.follow(syncUrl())]) {
      await prepare();
      expect(errorOf(await victim.go(await linkOf(attacker)))).toEqual([403, 'sync_nonce_already_consumed']);
      expect((await clientOn(victim))?.sessions ?? []).toEqual([]);
    }
  });

  it('begins on the satellite, wherever it was asked for', async () => {
    const visitor = new Visitor();
    await visitor.signIn(test);
    const query = new URLSearchParams({ link_domain: satellite, redirect_url: page() });
    const { through } = await visitor.follow(`https://clerk.${test.domain}/v1/client/sync?${query}`);
    expect(through.map((one) => one.split('/').at(-1))).toEqual(['sync', 'sync', 'sync', 'link']);
    expect((await clientOn(visitor)).sessions).toHaveLength(1);
  });

  it('leads to pages of that satellite only, and to satellites of that instance only', async () => {
    const other = await createProductionInstance();
    const foreign = await addSatellite(other);
    const sync = (query: Record<string, string>) => new Visitor().go(`https://clerk.${test.domain}/v1/client/sync?${new URLSearchParams(query)}`);
    expect(errorOf(await sync({ link_domain: foreign, redirect_url: `https://${foreign}/` }))).toEqual([404, 'resource_not_found']);
    for (const url of ['https://evil.com/', `http://${satellite}/`, `https://${satellite}.evil.com/`, `https://${test.domain}/`]) {
      expect(errorOf(await sync({ link_domain: satellite, redirect_url: url, state: 'x' }))).toEqual([422, 'redirect_url_domain_mismatch']);
      if (!url.includes(test.domain)) expect(errorOf(await new Visitor().go(syncUrl(url)))).toEqual([422, 'redirect_url_domain_mismatch']);
    }
    expect(errorOf(await sync({ redirect_url: page() }))).toEqual([422, 'form_param_missing']);

    const visitor = new Visitor();
    await visitor.signIn(test);
    const link = new URL(await linkOf(visitor));
    link.host = `clerk.${foreign}`;
    visitor.jar(link.host).set('__clerk_sync', visitor.jar(`clerk.${satellite}`).get('__clerk_sync') ?? '');
    expect(errorOf(await visitor.go(link.href))).toEqual([403, 'sync_nonce_already_consumed']);
  });

  it('is nothing for the primary domain, for other purposes, nor for development', async () => {
    const visitor = new Visitor();
    await visitor.signIn(test);
    const link = await linkOf(visitor);
    expect(errorOf(await visitor.go(link.replace(`clerk.${satellite}`, `clerk.${test.domain}`)))).toEqual([403, 'operation_not_allowed_on_primary_domain']);
    const nonce = new URL(link).searchParams.get('__clerk_token') ?? '';
    expect((await test.bapi('GET', '/v1/clients/handshake_payload', { query: { nonce } })).status).toBe(404);
    expect((await visitor.go(link)).status).toBe(307);
    const { http } = await testApp();
    const { instance } = await createTestInstance();
    const answer = toAnswer(await http.inject({ url: `/i/${instance.slug}/v1/client/sync?redirect_url=http://localhost:3001/` }));
    expect(errorOf(answer)).toEqual([400, 'request_invalid_for_environment']);
  });
});
