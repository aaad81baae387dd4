import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createClerkClient } from '../create-client.ts';
import { mint, now, PRODUCTION_KEY, signingKey } from '../testing/tokens.ts';
import { createClerkRequest } from './clerk-request.ts';
import { publicUrl } from './public-url.ts';
import { viewRequest, type NodeRequestLike } from './request-view.ts';

const node = (request: Partial<NodeRequestLike>) => viewRequest({ headers: {}, ...request });

describe('publicUrl', () => {
  it.each<[string, Record<string, string>, string]>([
    ['http://10.0.0.1/a?b=c', {}, 'http://10.0.0.1/a?b=c'],
    ['http://10.0.0.1/a', { host: 'app.test' }, 'http://app.test/a'],
    ['http://10.0.0.1/a', { host: 'app.test', 'x-forwarded-proto': 'https' }, 'https://app.test/a'],
    ['http://10.0.0.1/a', { 'x-forwarded-host': 'www.test:8443, inner', 'x-forwarded-proto': 'https, http' }, 'https://www.test:8443/a'],
    ['http://10.0.0.1//evil.test/a', { host: 'app.test' }, 'http://app.test//evil.test/a'],
    ['http://10.0.0.1/a', { 'x-forwarded-host': '???' }, 'http://10.0.0.1/a'],
  ])('of %s with %j is %s', (url, headers, expected) => {
    const view = { method: 'GET', url, header: (name: string) => headers[name], headers: () => Object.entries(headers) };
    expect(publicUrl(view).href).toBe(expected);
  });
});

describe('Node requests', () => {
  it('have absolute URLs, whatever routers have cut off', () => {
    const headers = { host: 'app.test' };
    expect(node({ url: '/b', originalUrl: '/a/b', headers }).url).toBe('http://app.test/a/b');
    expect(node({ url: '/b', headers, socket: { encrypted: true } }).url).toBe('https://app.test/b');
    expect(node({ url: 'http://other.test/b', headers }).url).toBe('http://other.test/b');
    expect(node({}).url).toBe('http://localhost/');
  });

  it('are authenticated as they come from the server', async () => {
    const clerk = createClerkClient({ publishableKey: PRODUCTION_KEY, jwtKey: signingKey.pem });
    const server = createServer((request, response) => {
      void clerk.authenticateRequest(request).then((state) => response.end(state.toAuth()?.userId ?? state.reason));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ask = async (headers: Record<string, string>) => (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
    try {
      expect(await ask({ authorization: `Bearer ${mint()}` })).toBe('user_1');
      expect(await ask({ cookie: `__session=${mint()}; __client_uat=${now - 20}` })).toBe('user_1');
      expect(await ask({})).toBe('session-token-and-uat-missing');
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('createClerkRequest', () => {
  it('knows the public URL and the cookies', () => {
    const request = createClerkRequest(
      new Request('http://10.0.0.1/a', { headers: { 'x-forwarded-host': 'app.test', 'x-forwarded-proto': 'https', cookie: '__session=x' } }),
    );
    expect(request.clerkUrl.href).toBe('https://app.test/a');
    expect(request.clerkUrl.isCrossOrigin('https://app.test/b')).toBe(false);
    expect(request.clerkUrl.isCrossOrigin('http://app.test')).toBe(true);
    expect(request.cookies.get('__session')).toBe('x');
    expect(createClerkRequest(request)).toBe(request);
    expect(request.toJSON()).toMatchObject({ url: 'https://app.test/a', method: 'GET' });
  });
});
