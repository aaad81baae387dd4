import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../testing/app.ts';

let http: FastifyInstance;
let shop: TestInstance;
let rival: TestInstance;
let shopHost: string;

beforeAll(async () => {
  ({ http } = await testApp());
  shopHost = `clerk.shop-${randomBytes(6).toString('hex')}.com`;
  shop = await createTestInstance({ environmentType: 'production', fapiHost: shopHost, applicationName: 'Shop' });
  rival = await createTestInstance({ environmentType: 'production', fapiHost: shopHost.replace('shop', 'rival'), applicationName: 'Rival' });
});

/** The application that answers, or the error. */
async function answersAt(url: string, headers: Record<string, string>): Promise<string> {
  const answer = await http.inject({ url: `${url}/v1/environment`, headers });
  return answer.statusCode === 200 ? answer.json().display_config.application_name : answer.json().errors[0].code;
}

describe('the instance of a request', () => {
  it('is named by its host, however that is written', async () => {
    for (const host of [shopHost, shopHost.toUpperCase(), `${shopHost}.`, `${shopHost}:443`, `${shopHost}.:8443`]) {
      expect([host, await answersAt('', { host })]).toEqual([host, 'Shop']);
    }
    expect(await answersAt('', { host: 'localhost', 'x-forwarded-host': shopHost })).toBe('Shop');
  });

  it('is named by its path at this server’s own address, and at its own host', async () => {
    expect(await answersAt(`/i/${rival.instance.slug}`, { host: 'localhost:4000' })).toBe('Rival');
    expect(await answersAt(`/i/${shop.instance.slug}`, { host: shopHost })).toBe('Shop');
  });

  it('is not named by a path on the host of another, whose cookies it would write over', async () => {
    for (const host of [shopHost, `${shopHost}:443`, shopHost.toUpperCase()]) {
      expect([host, await answersAt(`/i/${rival.instance.slug}`, { host })]).toEqual([host, 'host_invalid']);
    }
    const answer = await http.inject({ url: `/i/${rival.instance.slug}/v1/client`, headers: { host: shopHost, cookie: '__client=somebody; __client_uat=1' } });
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([400, undefined]);
  });

  it('of a server is the one whose key it has, whatever the host', async () => {
    const answer = await http.inject({ url: '/api/v1/instance', headers: { host: shopHost, authorization: `Bearer ${rival.secretKey}` } });
    expect(answer.json().id).toBe(rival.instance.id);
  });

  it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'sk_live_0123', 'Bearer sk_live_0123 more'])('of a server must be named by a bearer key, not by "%s"', async (authorization) => {
    const answer = await http.inject({ url: '/api/v1/instance', headers: { authorization } });
    expect([answer.statusCode, answer.json().errors[0].code]).toEqual([401, 'authorization_header_format_invalid']);
  });
});

describe('instances below one host', () => {
  it('keep the clients of a browser apart', async () => {
    const cookieOf = async ({ instance }: TestInstance) => {
      const headers = { host: 'localhost:4000', 'x-forwarded-proto': 'https', origin: `https://www.${instance.fapiHost.replace('clerk.', '')}` };
      const answer = await http.inject({ method: 'POST', url: `/i/${instance.slug}/v1/client`, headers });
      return [answer.headers['set-cookie'] ?? []].flat().find((directive) => directive.startsWith('__client='));
    };
    expect(await cookieOf(shop)).toContain(`; Path=/i/${shop.instance.slug};`);
    expect(await cookieOf(rival)).toContain(`; Path=/i/${rival.instance.slug};`);
  });
});
