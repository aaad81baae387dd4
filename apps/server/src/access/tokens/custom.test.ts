import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createUser, updateUser } from '../../people/users/service.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { signIn, someone } from '../testing/signed-in.ts';

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey;
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

let test: TestInstance;
beforeAll(async () => {
  test = await createTestInstance();
});

async function create(json: object) {
  return test.bapi('POST', '/v1/jwt_templates', { json });
}

async function ownKeys() {
  return createLocalJWKSet((await test.bapi('GET', '/v1/jwks')).body);
}

describe('tokens from a template', () => {
  it('say what the template says, about who is signed in, for the origin that asks', async () => {
    await create({
      name: 'full',
      claims: {
        aud: 'https://my-site.com',
        version: 1,
        user_id: '{{user.id}}',
        full_name: '{{user.last_name}} {{user.first_name}}',
        email: '{{user.primary_email_address}}',
        verified: '{{user.email_verified}}',
        phone: '{{user.primary_phone_address}}',
        registered: '{{user.created_at}}',
        role: "{{user.public_metadata.role || 'guest'}}",
        secret: '{{user.private_metadata.secret}}',
        key: '{{user.external_id || user.id}}',
        team: '{{org.id}}',
        nested: { list: ['{{user.username}}'] },
      },
    });
    const { user } = await createUser(test.ctx, { emails: [{ address: 'maria@example.com', verified: true }], firstName: 'Maria', lastName: 'Doe', publicMetadata: { role: 'admin' } });
    await updateUser(test.ctx, user.id, { private_metadata: { secret: 'x' } });
    const browser = test.browser({ origin: 'http://localhost:5173' });
    const { id } = await signIn(test, browser, user.id);
    const { status, body } = await browser.post(`/v1/client/sessions/${id}/tokens/full`);
    expect([status, body.object]).toEqual([200, 'token']);
    const { payload, protectedHeader } = await jwtVerify(body.jwt, await ownKeys(), { currentDate: test.ctx.platform.clock.now() });
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: expect.stringMatching(/^ins_/), typ: 'JWT' });
    expect(payload).toEqual({
      aud: 'https://my-site.com',
      version: 1,
      user_id: user.id,
      full_name: 'Doe Maria',
      email: 'maria@example.com',
      verified: true,
      phone: null,
      registered: Math.floor(user.created_at.getTime() / 1000),
      role: 'admin',
      secret: null,
      key: user.id,
      team: null,
      nested: { list: [null] },
      azp: 'http://localhost:5173',
      exp: (payload.iat ?? 0) + 60,
      iat: expect.any(Number),
      iss: `https://${test.instance.fapiHost}`,
      jti: expect.any(String),
      nbf: (payload.iat ?? 0) - 5,
      sub: user.id,
    });
  });

  it('are made by servers too, with the life they ask for', async () => {
    await create({ name: 'timed', claims: {}, lifetime: 3600, allowed_clock_skew: 0 });
    const { body: session } = await test.bapi('POST', '/v1/sessions', { json: { user_id: await someone(test) } });
    const path = `/v1/sessions/${session.id}/tokens/timed`;
    const claims = async (json?: object) => (await jwtVerify((await test.bapi('POST', path, { json })).body.jwt, await ownKeys(), { currentDate: test.ctx.platform.clock.now() })).payload;
    const usual = await claims({});
    expect([(usual.exp ?? 0) - (usual.iat ?? 0), usual.nbf]).toEqual([3600, usual.iat]);
    expect(usual).not.toHaveProperty('azp');
    const longest = await claims({ expires_in_seconds: 315_360_000 });
    expect((longest.exp ?? 0) - (longest.iat ?? 0)).toBe(315_360_000);
    expect((await test.bapi('POST', path, { json: { expires_in_seconds: 29 } })).status).toBe(422);
    await test.bapi('POST', `/v1/sessions/${session.id}/revoke`);
    expect((await test.bapi('POST', path, { json: {} })).status).toBe(404);
  });

  it.each([
    ['RS256', rsa],
    ['RS384', rsa],
    ['RS512', rsa],
    ['ES256', () => ec('P-256')],
    ['ES384', () => ec('P-384')],
    ['ES512', () => ec('P-521')],
  ])('are signed with a %s key of their own', async (alg, make) => {
    const key = make();
    const { body: template } = await create({ name: `own-${alg}`, claims: { a: 1 }, custom_signing_key: true, signing_algorithm: alg, signing_key: pem(key) });
    expect(template).toMatchObject({ custom_signing_key: true, signing_algorithm: alg });
    expect(JSON.stringify(template)).not.toContain('PRIVATE KEY');
    const { protectedHeader, payload } = await jwtVerify(await tokenOf(template.name), createPublicKey(key), { currentDate: test.ctx.platform.clock.now() });
    expect([protectedHeader, payload['a']]).toEqual([{ alg, typ: 'JWT' }, 1]);
  });

  it.each(['HS256', 'HS384', 'HS512'])('are signed with a shared secret by %s', async (alg) => {
    const secret = 'correct horse battery staple '.repeat(3);
    await create({ name: `own-${alg}`, claims: {}, custom_signing_key: true, signing_algorithm: alg, signing_key: secret });
    expect((await jwtVerify(await tokenOf(`own-${alg}`), Buffer.from(secret), { currentDate: test.ctx.platform.clock.now() })).protectedHeader.alg).toBe(alg);
  });

  it('are not made for sessions that have ended, nor for others’ sessions', async () => {
    await create({ name: 'plain', claims: {} });
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    expect((await test.browser().post(`/v1/client/sessions/${id}/tokens/plain`)).status).toBe(401);
    await browser.post(`/v1/client/sessions/${id}/end`);
    const ended = await browser.post(`/v1/client/sessions/${id}/tokens/plain`);
    expect([ended.status, ended.body.errors[0].code]).toEqual([401, 'signed_out']);
  });

  async function tokenOf(template: string): Promise<string> {
    const { body: session } = await test.bapi('POST', '/v1/sessions', { json: { user_id: await someone(test) } });
    return (await test.bapi('POST', `/v1/sessions/${session.id}/tokens/${template}`, { json: {} })).body.jwt;
  }
});

describe('custom claims of session tokens', () => {
  it('are added to what session tokens say, and never replace it', async () => {
    const own = await createTestInstance({ settings: { session: { custom_claims: { fullName: '{{user.full_name}}', plan: 'gold', actor: '{{session.actor}}' } } } });
    const { body: session } = await own.bapi('POST', '/v1/sessions', { json: { user_id: await someone(own) } });
    const { body } = await own.bapi('POST', `/v1/sessions/${session.id}/tokens`, { json: {} });
    const { payload } = await jwtVerify(body.jwt, createLocalJWKSet((await own.bapi('GET', '/v1/jwks')).body), { currentDate: own.ctx.platform.clock.now() });
    expect(payload).toMatchObject({ fullName: 'Ada', plan: 'gold', actor: null, sid: session.id, sub: session.user_id, v: 2 });
    expect(decodeProtectedHeader(body.jwt)).toMatchObject({ alg: 'RS256' });
    await expect(createTestInstance({ settings: { session: { custom_claims: { sub: 'x' } } } })).rejects.toThrow('session.custom_claims');
  });
});
