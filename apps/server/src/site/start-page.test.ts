import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { createTestInstance, testApp } from '../testing/app.ts';

async function get(url: string, options: InjectOptions = {}) {
  const { instance } = await createTestInstance();
  const { http } = await testApp();
  return { instance, response: await http.inject({ url: `/i/${instance.slug}${url}`, headers: { host: 'localhost:4000' }, ...options }) };
}

describe('the start page', () => {
  it('shows what to paste into an app', async () => {
    const { instance, response } = await get('/');
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain(`VITE_CLERK_PUBLISHABLE_KEY=${instance.publishableKey}`);
    expect(response.body).toMatch(/CLERK_SECRET_KEY=sk_test_\w+/);
  });

  it('keeps the secret key from other machines and foreign names', async () => {
    for (const options of [{ remoteAddress: '10.1.2.3' }, { headers: { host: 'evil.test' } }, { headers: { host: 'localhost:4000', 'x-forwarded-for': '10.1.2.3' } }]) {
      expect((await get('/', options)).response.body).not.toMatch(/sk_test_\w+/);
    }
  });
});

describe('/.env', () => {
  it('is the same for programs on this machine', async () => {
    const { instance, response } = await get('/.env');
    expect(response.headers['content-type']).toMatch('text/plain');
    expect(response.body).toContain(`CLERK_PUBLISHABLE_KEY=${instance.publishableKey}\n`);
    expect(response.body).toMatch(/^CLERK_SECRET_KEY=sk_test_\w+$/m);
  });

  it('is nowhere for others, and no page of another origin can read it', async () => {
    expect((await get('/.env', { remoteAddress: '10.1.2.3' })).response.statusCode).toBe(404);
    const { response } = await get('/.env', { headers: { host: 'localhost:4000', origin: 'https://evil.test' } });
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
  });
});
