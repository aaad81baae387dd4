import { createClerkClient } from '@clerk/backend';
import { expect, inject } from 'vitest';
import { visitPage } from '../../house/visitor.ts';
import { claimsOf } from './claims.ts';
import type { RowsOf } from './row.ts';

/** Browsers of production instances alone hold a client cookie and, from a handshake, a refresh token. */
export const productionClients = {
  async verifyClient({ newSession }) {
    const { browser, clientId, sessionId } = await newSession();
    return {
      args: [browser.cookies.get('__client') ?? ''],
      answers: 'Client',
      effect: (client) => expect(client).toMatchObject({ id: clientId, sessionIds: [sessionId] }),
    };
  },
} satisfies Partial<RowsOf<'clients'>>;

export const productionSessions = {
  async refreshSession({ api, frontend, newSession }) {
    const { production, apiUrl, productionPorts } = inject('house');
    const { browser, sessionId, userId } = await newSession();
    const { publishableKey, secretKey } = production;
    const app = { clerk: createClerkClient({ secretKey, apiUrl }), options: { publishableKey, secretKey, apiUrl, proxyUrl: frontend } };
    await visitPage(`http://localhost:${productionPorts.server}/`, app, browser);
    const cookie = (start: string) => [...browser.cookies].find(([name]) => name.startsWith(start))?.[1] ?? '';
    const [expired_token, refresh_token, request_origin] = [cookie('__session'), cookie('__refresh_'), `http://localhost:${productionPorts.server}`];
    return {
      args: [sessionId, { expired_token, refresh_token, request_origin, format: 'cookie' }],
      answers: 'Cookies',
      async effect(answer) {
        const { cookies } = answer as unknown as { cookies: string[] };
        const token = cookies.find((directive) => directive.startsWith('__session='))?.slice('__session='.length).split(';')[0];
        expect(claimsOf(token ?? '')).toMatchObject({ sid: sessionId, sub: userId });
        const unknown = api.sessions.refreshSession(sessionId, { expired_token, refresh_token: 'unknown', request_origin, format: 'cookie' });
        await expect(unknown).rejects.toMatchObject({ errors: [{ code: 'refresh_token_not_found' }] });
      },
    };
  },
} satisfies Partial<RowsOf<'sessions'>>;
