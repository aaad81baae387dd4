import { expect } from 'vitest';
import { claimsOf } from './claims.ts';
import type { RowsOf } from './row.ts';

export const sessions = {
  async createSession({ api, newUser }) {
    const { id } = await newUser();
    return {
      args: [{ userId: id }],
      answers: 'Session',
      effect: async (created) => expect(await api.sessions.getSession(created.id)).toMatchObject({ userId: id, status: 'active' }),
    };
  },
  async getSession({ newSession }) {
    const { userId, sessionId } = await newSession();
    return { args: [sessionId], answers: 'Session', effect: (session) => expect(session).toMatchObject({ id: sessionId, userId, status: 'active', latestActivity: { browserName: 'Chrome' } }) };
  },
  async getSessionList({ api, newSession }) {
    const { userId, sessionId, clientId } = await newSession();
    return {
      args: [{ userId }],
      answers: 'page of Session',
      async effect({ data, totalCount }) {
        expect([totalCount, data.map(({ id }) => id)]).toEqual([1, [sessionId]]);
        expect((await api.sessions.getSessionList({ clientId, status: 'active' })).totalCount).toBe(1);
        expect((await api.sessions.getSessionList({ clientId, status: 'revoked' })).totalCount).toBe(0);
      },
    };
  },
  async revokeSession({ api, newSession }) {
    const { sessionId } = await newSession();
    return { args: [sessionId], answers: 'Session', effect: async () => expect((await api.sessions.getSession(sessionId)).status).toBe('revoked') };
  },
  async verifySession({ newSession }) {
    const { sessionId, browser } = await newSession();
    return { args: [sessionId, await browser.sessionToken()], answers: 'Session', effect: (session) => expect(session.id).toBe(sessionId) };
  },
  async getToken({ newSession }) {
    const { userId, sessionId } = await newSession();
    return { args: [sessionId], answers: 'Token', effect: ({ jwt }) => expect(claimsOf(jwt)).toMatchObject({ sid: sessionId, sub: userId }) };
  },
} satisfies Partial<RowsOf<'sessions'>>;

export const signInTokens: RowsOf<'signInTokens'> = {
  async createSignInToken({ api, newBrowser, newUser }) {
    const { id: userId } = await newUser();
    return {
      args: [{ userId, expiresInSeconds: 60 }],
      answers: 'SignInToken',
      async effect({ token, status }) {
        expect(status).toBe('pending');
        const { sessionId } = await (await newBrowser()).signInWithTicket(token);
        expect((await api.sessions.getSession(sessionId)).userId).toBe(userId);
      },
    };
  },
  async revokeSignInToken({ api, newBrowser, newUser }) {
    const { id: userId } = await newUser();
    const { id, token } = await api.signInTokens.createSignInToken({ userId, expiresInSeconds: 60 });
    return {
      args: [id],
      answers: 'SignInToken',
      async effect({ status }) {
        expect(status).toBe('revoked');
        await expect((await newBrowser()).signInWithTicket(token)).rejects.toThrow('sign_in_token_revoked_code');
      },
    };
  },
};

export const actorTokens: RowsOf<'actorTokens'> = {
  async create({ newBrowser, newUser }) {
    const [actor, { id: userId }] = [await newUser(), await newUser()];
    return {
      args: [{ userId, actor: { sub: actor.id }, expiresInSeconds: 60, sessionMaxDurationInSeconds: 60 }],
      answers: 'ActorToken',
      async effect({ token, status }) {
        expect(status).toBe('pending');
        const browser = await newBrowser();
        await browser.signInWithTicket(token ?? '');
        expect(claimsOf(await browser.sessionToken())).toMatchObject({ sub: userId, act: { sub: actor.id } });
      },
    };
  },
  async revoke({ api, newBrowser, newUser }) {
    const [actor, { id: userId }] = [await newUser(), await newUser()];
    const { id, token } = await api.actorTokens.create({ userId, actor: { sub: actor.id }, expiresInSeconds: 60 });
    return {
      args: [id],
      answers: 'ActorToken',
      async effect({ status }) {
        expect(status).toBe('revoked');
        await expect((await newBrowser()).signInWithTicket(token ?? '')).rejects.toThrow(/revoked/);
      },
    };
  },
};
