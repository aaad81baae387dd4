import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { toAnswer, type Answer } from '../../testing/browser.ts';
import { reachesFrontendApi } from './proxy.ts';

const domainName = () => `app-${randomBytes(6).toString('hex')}.com`;
const production = (domain = domainName()) => createTestInstance({ environmentType: 'production', fapiHost: `clerk.${domain}` });
const codeOf = ({ status, body }: Answer) => `${status} ${body.errors[0].code}`;
const add = (test: TestInstance, name: string, more: object = {}) => test.bapi('POST', '/v1/domains', { json: { name, is_satellite: true, ...more } });
const primaryOf = async (test: TestInstance) => (await test.bapi('GET', '/v1/domains')).body.data[0];

/** Which instance answers at a host: the id in its keys. */
async function jwksAt(host: string) {
  return (await (await testApp()).http.inject({ url: '/.well-known/jwks.json', headers: { host, 'x-forwarded-proto': 'https' } })).json();
}

describe('domains', () => {
  it('of a production instance tell what must be in the DNS', async () => {
    const domain = domainName();
    const test = await production(domain);
    const { body } = await test.bapi('GET', '/v1/domains');
    expect(body).toEqual({
      data: [
        {
          object: 'domain',
          id: expect.stringMatching(/^dmn_/),
          name: domain,
          is_satellite: false,
          frontend_api_url: `https://clerk.${domain}`,
          accounts_portal_url: `https://accounts.${domain}`,
          proxy_url: null,
          development_origin: '',
          cname_targets: [
            { host: `clerk.${domain}`, value: 'localhost', required: true },
            { host: `accounts.${domain}`, value: 'localhost', required: false },
          ],
        },
      ],
      total_count: 1,
    });
    expect((await test.bapi('GET', '/v1/domains')).body).toEqual(body);
  });

  it('of a development instance need nothing, and may have ports', async () => {
    const test = await createTestInstance();
    expect(await primaryOf(test)).toMatchObject({ name: test.instance.fapiHost, cname_targets: null });
    expect((await add(test, 'localhost:3001')).body).toMatchObject({ name: 'localhost:3001', is_satellite: true, accounts_portal_url: null });
    expect(codeOf(await add(test, 'localhost:3001'))).toBe('422 form_already_exists');
    expect(codeOf(await add(test, 'https://localhost:3001'))).toBe('422 form_param_format_invalid');
    expect(codeOf(await add(test, 'x.com', { proxy_url: 'https://x.com/__clerk' }))).toBe('422 form_conditional_param_disallowed');
    const { id } = await primaryOf(test);
    expect(codeOf(await test.bapi('PATCH', `/v1/domains/${id}`, { json: { name: 'other.com' } }))).toBe('400 domain_update_forbidden');
  });

  it('can be satellites, whose Frontend API is the instance’s', async () => {
    const [test, satellite] = [await production(), domainName()];
    const own = await jwksAt(test.instance.fapiHost);
    const { body } = await add(test, satellite);
    expect(body).toMatchObject({ name: satellite, frontend_api_url: `https://clerk.${satellite}`, cname_targets: [{ host: `clerk.${satellite}`, value: 'localhost', required: true }] });
    expect(await jwksAt(`clerk.${satellite}`)).toEqual(own);
    expect((await test.bapi('DELETE', `/v1/domains/${body.id}`)).body).toEqual({ object: 'domain', id: body.id, deleted: true });
    expect(await jwksAt(`clerk.${satellite}`)).not.toEqual(own);
    expect((await test.bapi('DELETE', `/v1/domains/${body.id}`)).status).toBe(404);
  });

  it('have one primary one, which stays', async () => {
    const test = await production();
    const { id } = await primaryOf(test);
    expect(codeOf(await test.bapi('DELETE', `/v1/domains/${id}`))).toBe('403 operation_not_allowed_on_primary_domain');
    const refused = await test.bapi('POST', '/v1/domains', { json: { name: domainName(), is_satellite: false } });
    expect([codeOf(refused), refused.body.errors[0].meta]).toEqual(['422 primary_domain_already_exists', { param_name: 'is_satellite' }]);
  });

  it('are one instance’s alone in production', async () => {
    const [test, other, satellite] = [await production(), await production(), domainName()];
    const { body: mine } = await add(test, satellite);
    expect(codeOf(await add(other, satellite))).toBe('422 form_already_exists');
    expect(codeOf(await add(other, (await primaryOf(test)).name))).toBe('422 form_already_exists');
    expect((await other.bapi('PATCH', `/v1/domains/${mine.id}`, { json: { name: domainName() } })).status).toBe(404);
    expect((await other.bapi('DELETE', `/v1/domains/${mine.id}`)).status).toBe(404);
    expect((await other.bapi('GET', '/v1/domains')).body.total_count).toBe(1);
    expect(codeOf(await other.bapi('POST', '/v1/instance/change_domain', { json: { home_url: `https://${satellite}` } }))).toBe('422 home_url_taken');
  });

  it('of hosting providers, and of nobody, are refused', async () => {
    const test = await production();
    expect(codeOf(await add(test, 'my-app.vercel.app'))).toBe('422 known_hosting_domain');
    for (const name of ['localhost', 'example.com:3000', '10.0.0.1', 'exa mple.com', 'com']) expect(codeOf(await add(test, name))).toMatch(/422 (form_param_format_invalid|known_hosting_domain)/);
  });
});

describe('moving an instance', () => {
  it('changes host, key and issuer', async () => {
    const [test, to] = [await production(), domainName()];
    const keys = await jwksAt(test.instance.fapiHost);
    const { status } = await test.bapi('POST', '/v1/instance/change_domain', { json: { home_url: `https://www.${to}/` } });
    expect(status).toBe(202);
    expect(await jwksAt(`clerk.${to}`)).toEqual(keys);
    expect(await primaryOf(test)).toMatchObject({ name: to, frontend_api_url: `https://clerk.${to}` });
    const moved = await (await testApp()).instances.byId(test.instance.id);
    expect([moved?.fapiHost, moved?.settings.paths.home_url, moved?.publishableKey === test.instance.publishableKey]).toEqual([`clerk.${to}`, `https://www.${to}`, false]);
    expect((await test.bapi('PUT', '/v1/beta_features/domain', { json: { home_url: `app.${to}`, is_secondary: true } })).status).toBe(202);
    expect((await primaryOf(test)).name).toBe(`app.${to}`);
    const { id } = await primaryOf(test);
    expect((await test.bapi('PATCH', `/v1/domains/${id}`, { json: { name: to } })).body).toMatchObject({ name: to, frontend_api_url: `https://clerk.${to}` });
  });

  it('is for production, to a domain of one’s own', async () => {
    const change = (test: TestInstance, json: object) => test.bapi('POST', '/v1/beta_features/change_domain', { json });
    expect(codeOf(await change(await createTestInstance(), { home_url: 'https://example.com' }))).toBe('400 domain_update_forbidden');
    const [test, other] = [await production(), await production()];
    expect(codeOf(await change(test, {}))).toBe('422 form_param_missing');
    expect(codeOf(await change(test, { home_url: 'https://my-app.vercel.app' }))).toBe('422 known_hosting_domain');
    expect(codeOf(await change(test, { home_url: 'https://localhost' }))).toBe('422 form_param_format_invalid');
    expect(codeOf(await change(test, { home_url: `https://${(await primaryOf(other)).name}` }))).toBe('422 home_url_taken');
  });
});

describe('proxies', () => {
  const servers: Server[] = [];
  afterAll(() => servers.forEach((server) => server.close()));

  /** A proxy of this machine that leads to an instance. */
  async function proxyTo(test: TestInstance): Promise<string> {
    const { http } = await testApp();
    const server = createServer((request, response) => {
      const url = (request.url ?? '').replace('/__clerk', '');
      http.inject({ url, headers: { host: test.instance.fapiHost, 'x-forwarded-proto': 'https' } }).then(
        (answer) => response.writeHead(answer.statusCode, { 'content-type': 'application/json' }).end(answer.body),
        () => response.writeHead(500).end(),
      );
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/__clerk`;
  }

  it('are good when they lead to this instance, and to no other', async () => {
    const test = await createTestInstance();
    const check = (proxyUrl: string) => test.bapi('POST', '/v1/proxy_checks', { json: { proxy_url: proxyUrl } });
    const right = await proxyTo(test);
    expect((await check(right)).body).toMatchObject({ object: 'proxy_check', successful: true, proxy_url: right, domain_id: (await primaryOf(test)).id });
    expect((await check(await proxyTo(await createTestInstance()))).body.successful).toBe(false);
    expect((await check('http://127.0.0.1:1/__clerk')).body.successful).toBe(false);
    expect(codeOf(await check('ftp://example.com'))).toBe('422 form_param_format_invalid');
    expect(codeOf(await test.bapi('POST', '/v1/proxy_checks', { json: {} }))).toBe('422 form_param_missing');
    expect(await reachesFrontendApi(test.ctx, right)).toBe(true);
  });

  it('prove with the secret key which instance they stand before', async () => {
    const [test, other] = [await production(), await production()];
    const { http } = await testApp();
    const through = async (headers: Record<string, string>) => toAnswer(await http.inject({ url: '/v1/environment', headers: { host: test.instance.fapiHost, 'x-forwarded-proto': 'https', 'clerk-proxy-url': 'https://app.example/__clerk', ...headers } }));
    expect(codeOf(await through({}))).toBe('400 proxy_request_missing_secret_key');
    expect(codeOf(await through({ 'clerk-secret-key': 'sk_live_wrong' }))).toBe('401 proxy_request_invalid_secret_key');
    expect((await through({ 'clerk-secret-key': test.secretKey })).status).toBe(200);
    // Whose key it is decides, not the host.
    expect((await through({ 'clerk-secret-key': other.secretKey })).body.display_config.id).not.toBe((await through({ 'clerk-secret-key': test.secretKey })).body.display_config.id);
  });

  it('are told whether they send what they should', async () => {
    const [test, other] = [await production(), await production()];
    const { http } = await testApp();
    const { id, name } = await primaryOf(test);
    const right = { 'clerk-proxy-url': `https://www.${name}/__clerk`, 'clerk-secret-key': test.secretKey, 'x-forwarded-for': '81.2.69.142, 10.0.0.1' };
    const health = async (headers: Record<string, string>, domainId = id) => toAnswer(await http.inject({ url: `/v1/proxy-health?domain_id=${domainId}`, headers: { host: test.instance.fapiHost, ...headers } }));
    expect(await health(right)).toMatchObject({ status: 200, body: { status: 'healthy', x_forwarded_for: '81.2.69.142, 10.0.0.1' } });
    for (const missing of ['clerk-proxy-url', 'x-forwarded-for']) expect(codeOf(await health({ ...right, [missing]: '' }))).toBe('400 request_header_missing');
    expect(codeOf(await health({ ...right, 'clerk-secret-key': '' }))).toBe('400 proxy_request_missing_secret_key');
    for (const wrong of [health({ ...right, 'x-forwarded-for': 'unknown' }), health(right, 'dmn_none'), health({ ...right, 'clerk-secret-key': other.secretKey })]) {
      expect(await wrong).toMatchObject({ status: 503, body: { status: 'unhealthy', message: expect.stringMatching(/\w/) } });
    }
  });

  it('that do not work are not set, nor any without TLS', async () => {
    const test = await production();
    const { id } = await primaryOf(test);
    const set = (proxyUrl: string | null) => test.bapi('PATCH', `/v1/domains/${id}`, { json: { proxy_url: proxyUrl } });
    expect(codeOf(await set(await proxyTo(test)))).toBe('422 insecure_url');
    const refused = await set('https://127.0.0.1:1/__clerk');
    expect([codeOf(refused), refused.body.errors[0].meta]).toEqual(['422 invalid_proxy_configuration', { param_name: 'proxy_url' }]);
    expect((await set(null)).body.proxy_url).toBeNull();
  });
});
