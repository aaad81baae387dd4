import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPublishableKey } from '@foyer/protocol/keys';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { clerkSetup as cypressSetup } from './cypress/index.ts';
import { clerkSetup } from './playwright/index.ts';

const NAMES = ['CLERK_FAPI', 'CLERK_TESTING_TOKEN', 'CLERK_SECRET_KEY', 'CLERK_API_URL', 'CLERK_PROXY_URL', 'CLERK_PUBLISHABLE_KEY', 'VITE_CLERK_PUBLISHABLE_KEY', 'VITE_CLERK_PROXY_URL', 'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY', 'NEXT_PUBLIC_CLERK_PROXY_URL'];
const DEVELOPMENT = createPublishableKey('development', 'quiet-otter-4.clerk.accounts.dev');

describe('what tests are told about their instance', () => {
  const asked: string[] = [];
  let server: Server;
  let apiUrl: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ object: 'testing_token', token: '1-c_fresh', expires_at: 1 }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    for (const name of NAMES) vi.stubEnv(name, undefined);
    asked.length = 0;
  });
  afterEach(() => vi.unstubAllEnvs());

  it('is a fresh testing token, and where the Frontend API is', async () => {
    vi.stubEnv('CLERK_API_URL', apiUrl);
    vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_1');
    vi.stubEnv('VITE_CLERK_PUBLISHABLE_KEY', DEVELOPMENT);
    await clerkSetup({ dotenv: false });
    expect([process.env['CLERK_FAPI'], process.env['CLERK_TESTING_TOKEN']]).toEqual([apiUrl.replace('/api', ''), '1-c_fresh']);
    expect(asked).toEqual(['POST /api/v1/testing_tokens Bearer sk_test_1']);
  });

  it.each([
    ['the host of a production key', { CLERK_PUBLISHABLE_KEY: createPublishableKey('production', 'clerk.example.com') }, {}, 'clerk.example.com'],
    ['the local server for a development key', { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: DEVELOPMENT }, {}, 'http://localhost:4000'],
    ['the proxy', { CLERK_PROXY_URL: 'http://localhost:4000/i/codes' }, {}, 'http://localhost:4000/i/codes'],
    ['what is asked for', { CLERK_PROXY_URL: 'http://localhost:4000/i/codes' }, { frontendApiUrl: 'clerk.example.com' }, 'clerk.example.com'],
  ])('is %s', async (_what, env, options, expected) => {
    for (const [name, value] of Object.entries({ CLERK_TESTING_TOKEN: '1-c_given', ...env })) vi.stubEnv(name, value);
    const config = await cypressSetup({ config: { env: { mine: 1 }, baseUrl: 'http://localhost:3000' }, options: { dotenv: false, ...options } });
    expect(config).toEqual({ baseUrl: 'http://localhost:3000', env: { mine: 1, CLERK_FAPI: expected, CLERK_TESTING_TOKEN: '1-c_given' } });
    expect(asked).toEqual([]);
  });

  it('is missed by name', async () => {
    await expect(clerkSetup({ dotenv: false })).rejects.toThrow('CLERK_PUBLISHABLE_KEY');
    await expect(clerkSetup({ dotenv: false, publishableKey: DEVELOPMENT })).rejects.toThrow('CLERK_SECRET_KEY');
  });
});
