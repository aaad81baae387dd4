import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../testing/browser.ts';
import { createProductionInstance, type ProductionInstance } from '../testing/production.ts';
import { Visitor } from '../testing/visitor.ts';

let test: ProductionInstance;
let satellite: string;
let site: string;
let proxy: string;
beforeAll(async () => {
  test = await createProductionInstance();
  satellite = `sat-${randomBytes(6).toString('hex')}.com`;
  site = `https://www.${satellite}`;
  proxy = `${site}/__clerk`;
});

/** The server reaches the proxies of the tests as browsers do. */
vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
  const { status, text } = await newVisitor().go(String(url));
  return new Response(text, { status });
});

const newVisitor = () => new Visitor(test.secretKey);
const page = () => `${site}/page?a=1`;
const sync = (base: string) => `${base}/v1/client/sync?${new URLSearchParams({ redirect_url: page() })}`;
const handshake = (base: string) => `${base}/v1/client/handshake?${new URLSearchParams({ redirect_url: page(), suffixed_cookies: 'false' })}`;
const clientAt = async (visitor: Visitor, base: string) => (await visitor.go(`${base}/v1/client`, { headers: { 'sec-fetch-site': 'same-origin' } })).body.response;
const errorOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.code];

describe('a satellite behind a proxy', () => {
  beforeAll(async () => {
    const { status, text } = await test.bapi('POST', '/v1/domains', { json: { name: satellite, is_satellite: true, proxy_url: `${proxy}/` } });
    expect(status, text).toBe(200);
  });

  it('learns from the primary domain who is signed in, at both its addresses', async () => {
    for (const base of [proxy, `https://clerk.${satellite}`]) {
      const visitor = newVisitor();
      const userId = await visitor.signIn(test);
      const { page: back, through } = await visitor.follow(sync(base));
      expect(back.href).toBe(`${page()}&__clerk_synced=true`);
      const here = base.slice('https://'.length);
      expect(through).toEqual([`${here}/v1/client/sync`, `clerk.${test.domain}/v1/client/sync`, `${here}/v1/client/link`]);
      expect(await clientAt(visitor, base)).toMatchObject({ sessions: [{ user: { id: userId } }] });
    }
  });

  it('keeps its client in a cookie for TLS, whatever lies between the proxy and us', async () => {
    const visitor = newVisitor();
    await visitor.signIn(test);
    await visitor.follow(sync(proxy));
    const answer = await visitor.post(`${proxy}/v1/client/sessions?_method=DELETE`, site);
    const cookies = [answer.headers['set-cookie']].flat().map(String);
    expect(cookies.find((one) => one.startsWith('__client_uat='))).toMatch(new RegExp(`^__client_uat=0;.*Domain=${satellite};.*Secure`));
    expect((await clientAt(visitor, `https://clerk.${test.domain}`))?.sessions ?? []).toEqual([]);
  });

  it('shakes hands with its server, through the primary domain where it knows nobody', async () => {
    const visitor = newVisitor();
    await visitor.signIn(test);
    const { page: back, through } = await visitor.follow(handshake(proxy));
    const here = proxy.slice('https://'.length);
    expect(through).toEqual([`${here}/v1/client/handshake`, `clerk.${test.domain}/v1/client/sync`, `${here}/v1/client/link`, `${here}/v1/client/handshake`]);
    expect(back.href).toBe(page());
    expect(visitor.jar(new URL(site).host).has('__clerk_handshake')).toBe(true);
    // The address of the proxy names the satellite to the primary domain, too.
    const elsewhere = new URL(handshake(`https://clerk.${test.domain}`));
    elsewhere.searchParams.set('satellite_fapi', proxy);
    expect((await newVisitor().follow(elsewhere.href)).through[1]).toBe(`${here}/v1/client/handshake`);
  });

  it('signs nobody in itself, and says where they do', async () => {
    expect(errorOf(await newVisitor().post(`${proxy}/v1/client/sign_ins`, site))).toEqual([403, 'operation_not_allowed_on_satellite_domain']);
    for (const base of [proxy, `https://clerk.${satellite}`]) {
      const { body } = await newVisitor().go(`${base}/v1/environment`, { headers: { 'sec-fetch-site': 'same-origin' } });
      expect(body.display_config).toMatchObject({ sign_in_url: `https://clerk.${test.domain}/portal/sign-in`, user_profile_url: `https://clerk.${test.domain}/portal/user` });
    }
  });

  it('has no third address', async () => {
    const query = new URLSearchParams({ link_domain: satellite, satellite_fapi: 'https://evil.com/__clerk', redirect_url: page(), state: 'x' });
    expect(errorOf(await newVisitor().go(`https://clerk.${test.domain}/v1/client/sync?${query}`))).toEqual([404, 'resource_not_found']);
  });

  it('is another instance’s by no header', async () => {
    const other = await createProductionInstance();
    const visitor = new Visitor(other.secretKey);
    await visitor.signIn(test);
    expect(errorOf(await visitor.go(sync(proxy)))).toEqual([422, 'form_param_missing']);
  });

  it('syncs with a primary domain behind a proxy', async () => {
    const primary = `https://www.${test.domain}/__clerk`;
    const { body } = await test.bapi('GET', '/v1/domains');
    const set = async (proxyUrl: string | null) => expect((await test.bapi('PATCH', `/v1/domains/${body.data[0].id}`, { json: { proxy_url: proxyUrl } })).status).toBe(200);
    await set(primary);
    const { through } = await newVisitor().follow(sync(proxy));
    expect(through[1]).toBe(`${primary.slice('https://'.length)}/v1/client/sync`);
    await set(null);
  });
});

it('a proxy without an address is told that nobody is there', async () => {
  const { send, secretKey } = test;
  for (const wrong of ['nonsense', 'ftp://x.com', 'https://']) {
    expect(errorOf(await send('GET', '/v1/environment', { headers: { 'clerk-proxy-url': wrong, 'clerk-secret-key': secretKey } }))).toEqual([400, 'host_invalid']);
  }
});
