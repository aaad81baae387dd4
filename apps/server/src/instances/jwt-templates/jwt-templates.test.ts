import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { getJwtTemplate } from './service.ts';

let test: TestInstance;
beforeAll(async () => {
  test = await createTestInstance();
});

const PATH = '/v1/jwt_templates';
const create = (json: object) => test.bapi('POST', PATH, { json });
const codeOf = (answer: { status: number; body: { errors: { code: string; meta?: object }[] } }) => [answer.status, answer.body.errors[0]?.code, answer.body.errors[0]?.meta];

describe('JWT templates', () => {
  it('are created, read, listed, changed and deleted', async () => {
    const own = await createTestInstance();
    const claims = { zeta: '{{user.id}}', alpha: 1 };
    const { body: created } = await own.bapi('POST', PATH, { json: { name: 'hasura', claims } });
    expect(created).toMatchObject({ object: 'jwt_template', id: expect.stringMatching(/^jtmp_/), name: 'hasura', claims, lifetime: 60, allowed_clock_skew: 5, custom_signing_key: false, signing_algorithm: 'RS256' });
    expect(Object.keys(created.claims)).toEqual(['zeta', 'alpha']);
    expect((await own.bapi('GET', `${PATH}/${created.id}`)).body).toEqual(created);

    await own.bapi('POST', PATH, { json: { name: 'other', claims: {} } });
    expect((await own.bapi('GET', PATH)).body.map((one: { name: string }) => one.name)).toEqual(['other', 'hasura']);
    const page = await own.bapi('GET', PATH, { query: { paginated: 'true', limit: '1', offset: '1' } });
    expect(page.body).toEqual({ data: [created], total_count: 2 });

    const changed = await own.bapi('PATCH', `${PATH}/${created.id}`, { json: { name: 'renamed', claims: { b: 2 }, lifetime: 30 } });
    expect(changed.body).toMatchObject({ name: 'renamed', claims: { b: 2 }, lifetime: 30, allowed_clock_skew: 5 });
    expect((await own.bapi('DELETE', `${PATH}/${created.id}`)).body).toEqual({ object: 'jwt_template', id: created.id, deleted: true });
    expect((await own.bapi('GET', `${PATH}/${created.id}`)).status).toBe(404);
    expect((await own.bapi('DELETE', `${PATH}/${created.id}`)).status).toBe(404);
  });

  it.each(['azp', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sub', 'sid', 'v', 'fea', 'pla'])('may not set the claim %s', async (name) => {
    expect(codeOf(await create({ name: 'reserved', claims: { [name]: 'x' } }))).toEqual([400, 'jwt_template_reserved_claim', { name }]);
  });

  it('have a name of their own', async () => {
    await create({ name: 'taken', claims: {} });
    expect(codeOf(await create({ name: 'taken', claims: {} }))).toEqual([422, 'form_already_exists', { param_name: 'name' }]);
    const { body: other } = await create({ name: 'free', claims: {} });
    expect(codeOf(await test.bapi('PATCH', `${PATH}/${other.id}`, { json: { name: 'taken', claims: {} } }))[1]).toBe('form_already_exists');
    expect(codeOf(await create({ name: ' ', claims: {} }))[1]).toBe('form_param_nil');
    expect(codeOf(await create({ claims: {} }))).toEqual([422, 'form_param_missing', { param_name: 'name' }]);
  });

  it('live between 30 seconds and ten years', async () => {
    for (const lifetime of [30, 315_360_000]) expect((await create({ name: `life-${lifetime}`, claims: {}, lifetime })).status).toBe(200);
    for (const lifetime of [29, 315_360_001]) expect((await create({ name: 'life', claims: {}, lifetime })).status).toBe(422);
    expect((await create({ name: 'skew', claims: {}, allowed_clock_skew: 301 })).status).toBe(422);
  });

  it('need a signing key that fits its algorithm', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ type: 'sec1', format: 'pem' }).toString();
    const given = (more: object) => create({ name: 'keyed', claims: {}, custom_signing_key: true, ...more });
    expect(codeOf(await given({}))).toEqual([422, 'form_conditional_param_missing', { param_name: 'signing_algorithm' }]);
    expect(codeOf(await given({ signing_algorithm: 'HS256' }))).toEqual([422, 'form_conditional_param_missing', { param_name: 'signing_key' }]);
    expect(codeOf(await given({ signing_algorithm: 'none', signing_key: 'x' }))).toEqual([422, 'form_param_value_invalid', { param_name: 'signing_algorithm' }]);
    expect(codeOf(await given({ signing_algorithm: 'HS512', signing_key: 'short' }))[1]).toBe('form_param_min_length_exceeded');
    for (const [alg, key] of [['RS256', 'not a key'], ['RS256', small], ['RS256', curve], ['ES256', curve]]) {
      expect(codeOf(await given({ signing_algorithm: alg, signing_key: key }))[1]).toBe('form_param_format_invalid');
    }
    const { body: kept } = await given({ signing_algorithm: 'ES384', signing_key: curve });
    const change = async (more: object) => (await test.bapi('PATCH', `${PATH}/${kept.id}`, { json: { name: 'keyed', claims: {}, ...more } })).body;
    expect(await change({})).toMatchObject({ custom_signing_key: true, signing_algorithm: 'ES384' });
    expect(await change({ custom_signing_key: false })).toMatchObject({ custom_signing_key: false, signing_algorithm: 'RS256' });
  });

  it('keep a key of their own to themselves: encrypted, and never told', async () => {
    const secret = 'correct horse battery staple, twice over';
    const { body, text } = await create({ name: 'secretive', claims: {}, custom_signing_key: true, signing_algorithm: 'HS256', signing_key: secret });
    const answers = [text, (await test.bapi('GET', `${PATH}/${body.id}`)).text, (await test.bapi('GET', PATH)).text];
    for (const answer of answers) expect(answer).not.toContain(secret);
    const { signing_key_encrypted: kept } = await getJwtTemplate(test.ctx, body.id);
    expect(kept).toBeInstanceOf(Buffer);
    expect(kept?.includes(secret)).toBe(false);
  });

  it('of another instance are not there', async () => {
    const other = await createTestInstance();
    const { body: mine } = await create({ name: 'mine', claims: {} });
    expect((await other.bapi('GET', `${PATH}/${mine.id}`)).status).toBe(404);
    expect((await other.bapi('PATCH', `${PATH}/${mine.id}`, { json: { name: 'theirs', claims: {} } })).status).toBe(404);
    expect((await other.bapi('DELETE', `${PATH}/${mine.id}`)).status).toBe(404);
    expect((await other.bapi('GET', PATH)).body).toEqual([]);
    expect((await other.bapi('POST', PATH, { json: { name: 'mine', claims: {} } })).status).toBe(200);
  });
});
