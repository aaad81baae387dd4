import { expect } from 'vitest';
import { claimsOf } from './claims.ts';
import type { RowsOf } from './row.ts';

export const clients = {
  async getClient({ newSession }) {
    const { clientId, sessionId } = await newSession();
    return {
      args: [clientId],
      answers: 'Client',
      effect(client) {
        expect(client).toMatchObject({ id: clientId, sessionIds: [sessionId], lastActiveSessionId: sessionId });
        expect(client.sessions.map(({ id, status }) => [id, status])).toEqual([[sessionId, 'active']]);
      },
    };
  },
  async getClientList({ newSession }) {
    const { clientId } = await newSession();
    return { args: [{ limit: 500 }], answers: 'page of Client', effect: ({ data }) => expect(data.map(({ id }) => id)).toContain(clientId) };
  },
  async getHandshakePayload({ api, frontend, newSession }) {
    const { browser, sessionId } = await newSession();
    const handshake = new URLSearchParams({ redirect_url: 'http://localhost:3000/', format: 'nonce', __clerk_db_jwt: browser.devBrowser ?? '' });
    const response = await browser.visit(`${frontend}/v1/client/handshake?${handshake}`);
    const nonce = new URL(response.headers.get('location') ?? '').searchParams.get('__clerk_handshake_nonce') ?? '';
    return {
      args: [{ nonce }],
      answers: 'Object',
      async effect({ directives }) {
        const token = directives.find((directive) => directive.startsWith('__session='))?.slice('__session='.length).split(';')[0];
        expect(claimsOf(token ?? '')).toMatchObject({ sid: sessionId });
        await expect(api.clients.getHandshakePayload({ nonce })).rejects.toMatchObject({ status: 404 });
      },
    };
  },
} satisfies Partial<RowsOf<'clients'>>;
