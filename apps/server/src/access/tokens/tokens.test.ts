import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { rotateSigningKey } from '../../instances/keys/signing-keys.ts';
import { DAY } from '../../platform/clock.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { signIn, someone } from '../testing/signed-in.ts';
import { timeTravel } from '../testing/travel.ts';

const travel = timeTravel();

async function verified(test: TestInstance, jwt: string) {
  const { body } = await test.browser().get('/.well-known/jwks.json');
  return jwtVerify(jwt, createLocalJWKSet(body), { algorithms: ['RS256'], currentDate: test.ctx.platform.clock.now() });
}

describe('session tokens', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('are signed with the key of the instance, for the origin that asks', async () => {
    const browser = test.browser({ origin: 'http://localhost:5173' });
    const session = await signIn(test, browser, await someone(test));
    const { status, body } = await browser.post(`/v1/client/sessions/${session.id}/tokens`, { organization_id: '' });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['object', 'jwt']);
    const { payload, protectedHeader } = await verified(test, body.jwt);
    expect(payload).toMatchObject({ iss: `https://${test.instance.fapiHost}`, sub: session.user_id, sid: session.id, azp: 'http://localhost:5173', sts: 'active', v: 2, fva: [0, -1] });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT', cat: 'cl_session' });
    expect(protectedHeader.kid).toMatch(/^ins_/);
  });

  it('are of version 1 where the instance wants that', async () => {
    const old = await createTestInstance({ settings: { session: { token_version: 'v1' } } });
    const browser = old.browser();
    const { id } = await signIn(old, browser, await someone(old));
    const { payload } = await verified(old, (await browser.post(`/v1/client/sessions/${id}/tokens`)).body.jwt);
    expect(payload).not.toHaveProperty('v');
  });

  it('are not made for sessions that have ended, templates that are unknown, or nobody', async () => {
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    const path = `/v1/client/sessions/${id}/tokens`;
    const template = await browser.post(`${path}/hasura`);
    expect([template.status, template.body.errors[0].code]).toEqual([404, 'resource_not_found']);
    expect((await browser.post(path, { organization_id: 'org_1' })).body.errors[0].code).toBe('organization_not_found_or_unauthorized');
    await browser.post(`/v1/client/sessions/${id}/end`);
    const ended = await browser.post(path);
    expect([ended.status, ended.body.errors[0].code]).toEqual([401, 'signed_out']);
    const nobody = await test.browser().post(path);
    expect([nobody.status, nobody.body.errors[0].code]).toEqual([401, 'signed_out']);
  });

  it('can be made by servers, with another life', async () => {
    const { body: session } = await test.bapi('POST', '/v1/sessions', { json: { user_id: await someone(test) } });
    const usual = await test.bapi('POST', `/v1/sessions/${session.id}/tokens`);
    expect(usual.body).toMatchObject({ object: 'token' });
    const long = await test.bapi('POST', `/v1/sessions/${session.id}/tokens`, { json: { expires_in_seconds: 3600 } });
    const { payload } = await verified(test, long.body.jwt);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(payload).not.toHaveProperty('azp');
    expect((await test.bapi('POST', `/v1/sessions/${session.id}/tokens`, { json: { expires_in_seconds: 29 } })).status).toBe(422);
    expect((await test.bapi('POST', `/v1/sessions/${session.id}/tokens/hasura`, { json: {} })).status).toBe(404);
  });

  it('write down at most once a minute that the session is used', async () => {
    const browser = test.browser({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1' });
    const { id, created_at: createdAt } = await signIn(test, browser, await someone(test));
    const state = async () => (await test.bapi('GET', `/v1/sessions/${id}`)).body;
    await browser.post(`/v1/client/sessions/${id}/tokens`);
    expect((await state()).last_active_at).toBe(createdAt.getTime());
    await travel(61_000);
    await browser.post(`/v1/client/sessions/${id}/tokens`);
    await expect.poll(async () => (await state()).last_active_at).toBeGreaterThan(createdAt.getTime());
    expect((await state()).latest_activity).toMatchObject({ browser_name: 'Safari', device_type: 'iOS', is_mobile: true });
  });
});

describe('public keys', () => {
  it('verify tokens before and after a rotation, and retire', async () => {
    const test = await createTestInstance();
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    const token = async () => (await browser.post(`/v1/client/sessions/${id}/tokens`)).body.jwt;
    const before = await token();
    await rotateSigningKey(test.ctx);
    const after = await token();
    expect(decodeProtectedHeader(before).kid).not.toBe(decodeProtectedHeader(after).kid);
    await verified(test, before);
    await verified(test, after);

    const { body, headers } = await browser.get('/.well-known/jwks.json');
    expect(body.keys).toHaveLength(2);
    expect(body.keys[0]).toEqual({ use: 'sig', kty: 'RSA', kid: decodeProtectedHeader(after).kid, alg: 'RS256', n: expect.any(String), e: 'AQAB' });
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect((await test.bapi('GET', '/v1/jwks')).body).toEqual(body);
    await travel(DAY + 1000);
    expect((await test.bapi('GET', '/v1/jwks')).body.keys).toHaveLength(1);
  });
});
