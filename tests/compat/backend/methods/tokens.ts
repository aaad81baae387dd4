import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { claimsOf } from './claims.ts';
import type { RowsOf } from './row.ts';

const newName = () => `template_${randomBytes(6).toString('hex')}`;

export const jwtTemplates: RowsOf<'jwtTemplates'> = {
  create({ api, newSession }) {
    const name = newName();
    return {
      args: [{ name, claims: { mail: '{{user.primary_email_address}}', fixed: { is: [1] } }, lifetime: 120, allowedClockSkew: 3 }],
      answers: 'JwtTemplate',
      async effect({ id, lifetime, allowedClockSkew }) {
        expect([lifetime, allowedClockSkew]).toEqual([120, 3]);
        expect((await api.jwtTemplates.get(id)).name).toBe(name);
        const { userId, sessionId } = await newSession();
        const claims = claimsOf((await api.sessions.getToken(sessionId, name)).jwt);
        const { primaryEmailAddress } = await api.users.getUser(userId);
        expect(claims).toMatchObject({ sub: userId, mail: primaryEmailAddress?.emailAddress, fixed: { is: [1] } });
        expect(Number(claims['exp']) - Number(claims['iat'])).toBe(120);
      },
    };
  },
  async get({ api }) {
    const { id, name } = await api.jwtTemplates.create({ name: newName(), claims: { a: 1 } });
    return { args: [id], answers: 'JwtTemplate', effect: (found) => expect(found).toMatchObject({ id, name, claims: { a: 1 }, customSigningKey: false }) };
  },
  async list({ api }) {
    const { id } = await api.jwtTemplates.create({ name: newName(), claims: {} });
    return {
      args: [{ limit: 100 }],
      answers: 'page of JwtTemplate',
      // Declared as a list, and answered as a page: the official client asks for one.
      effect: (page) => expect((page as unknown as { data: { id: string }[] }).data.map((found) => found.id)).toContain(id),
    };
  },
  async update({ api }) {
    const { id: templateId } = await api.jwtTemplates.create({ name: newName(), claims: { a: 1 } });
    const name = newName();
    return {
      args: [{ templateId, name, claims: { b: 2 }, customSigningKey: true, signingAlgorithm: 'HS256', signingKey: 'a secret that is long enough for HS256' }],
      answers: 'JwtTemplate',
      effect: async () => expect(await api.jwtTemplates.get(templateId)).toMatchObject({ name, claims: { b: 2 }, customSigningKey: true, signingAlgorithm: 'HS256' }),
    };
  },
  async delete({ api }) {
    const { id } = await api.jwtTemplates.create({ name: newName(), claims: {} });
    return { args: [id], answers: 'DeletedObject', effect: () => expect(api.jwtTemplates.get(id)).rejects.toMatchObject({ status: 404 }) };
  },
};

export const jwks: RowsOf<'jwks'> = {
  getJwks: ({ frontend }) => ({
    args: [],
    answers: 'Object',
    async effect({ keys }) {
      expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', use: 'sig', kid: expect.any(String) })]);
      expect(await (await fetch(`${frontend}/.well-known/jwks.json`)).json()).toEqual({ keys });
    },
  }),
};

export const testingTokens: RowsOf<'testingTokens'> = {
  createTestingToken: () => ({
    args: [],
    answers: 'Object',
    differs: 'the official client declares `expiresAt`, and answers `expires_at`',
    // What it is good for is tested in a browser: `official-testing.test.ts`.
    effect({ token, ...others }) {
      expect(token).toMatch(/^[\w.-]{20,}$/);
      expect(Object.values(others).some((value) => typeof value === 'number' && value > Date.now() / 1000)).toBe(true);
    },
  }),
};
