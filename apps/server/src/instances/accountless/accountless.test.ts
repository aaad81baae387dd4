import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { createTestInstance, testApp } from '../../testing/app.ts';

const PATH = '/api/v1/accountless_applications';

async function create(options: Partial<InjectOptions> = {}) {
  const { http } = await testApp();
  const answer = await http.inject({ method: 'POST', url: PATH, headers: { host: 'localhost:4000' }, ...options });
  return { status: answer.statusCode, body: answer.json() };
}

describe('applications without an account', () => {
  it('are made for programs on this machine, each with keys of its own', async () => {
    const [{ status, body: one }, { body: two }] = [await create(), await create()];
    expect([status, one]).toEqual([200, {
      object: 'accountless_application',
      id: expect.stringMatching(/^app_/),
      publishable_key: expect.stringMatching(/^pk_test_/),
      secret_key: expect.stringMatching(/^sk_test_/),
      claim_url: expect.stringContaining('/i/'),
      api_keys_url: expect.stringContaining('/i/'),
    }]);
    expect(two.publishable_key).not.toBe(one.publishable_key);
    const { http } = await testApp();
    const authorization = `Bearer ${one.secret_key}`;
    expect((await http.inject({ url: '/api/v1/users/count', headers: { authorization } })).json().total_count).toBe(0);
    expect((await http.inject({ method: 'POST', url: `${PATH}/complete`, headers: { authorization } })).json()).toEqual(one);
  });

  it('are not made for web pages, nor for other machines', async () => {
    expect((await create({ headers: { host: 'localhost:4000', origin: 'https://evil.example' } })).body.errors[0].code).toBe('feature_not_enabled');
    expect((await create({ headers: { host: 'rebound.example' } })).body.errors[0].code).toBe('feature_not_enabled');
    expect((await create({ headers: { host: 'localhost:4000', 'x-forwarded-for': '127.0.0.1' } })).body.errors[0].code).toBe('feature_not_enabled');
    expect((await create({ remoteAddress: '203.0.113.5' })).body.errors[0].code).toBe('feature_not_enabled');
  });

  it('are for development', async () => {
    const live = await createTestInstance({ environmentType: 'production' });
    expect((await live.bapi('POST', '/v1/accountless_applications/complete')).body.errors[0].code).toBe('request_invalid_for_environment');
    expect((await (await testApp()).http.inject({ method: 'POST', url: `${PATH}/complete` })).statusCode).toBe(401);
  });
});
