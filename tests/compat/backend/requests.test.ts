import { createPublicKey, type webcrypto } from 'node:crypto';
import { createClerkClient, verifyToken } from '@clerk/backend';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Frontend, prefixOf } from '../house/frontend.ts';
import { signIn } from '../house/sign-in.ts';
import { visitPage } from '../house/visitor.ts';

const { url, apiUrl, development, production, productionPorts } = inject('house');

describe('official verifyToken', () => {
  it('accepts our tokens by the keys of the Backend API, and refuses changed ones', async () => {
    const { token, userId, sessionId } = await signIn(development);
    const claims = await verifyToken(token, { secretKey: development.secretKey, apiUrl, authorizedParties: ['http://localhost:3000'] });
    expect(claims).toMatchObject({ sub: userId, sid: sessionId, iss: `https://${hostOf(development.publishableKey)}`, azp: 'http://localhost:3000', sts: 'active' });
    expect(claims.exp - claims.iat).toBe(60);

    const [header, , signature] = token.split('.');
    const forged = `${header}.${Buffer.from(JSON.stringify({ ...claims, sub: 'user_other' })).toString('base64url')}.${signature}`;
    await expect(verifyToken(forged, { secretKey: development.secretKey, apiUrl })).rejects.toMatchObject({ reason: 'token-invalid-signature' });
    await expect(verifyToken(token, { secretKey: development.secretKey, apiUrl, authorizedParties: ['https://evil.example'] })).rejects.toThrow(/azp/);
  });

  it('accepts our tokens by the public key as PEM, without a network', async () => {
    const { token, userId } = await signIn(development);
    expect(await verifyToken(token, { jwtKey: await pemOf(url) })).toMatchObject({ sub: userId });
  });
});

describe.each([
  { type: 'development', instance: development, proxyUrl: url, origin: 'http://localhost:3000' },
  { type: 'production', instance: production, proxyUrl: prefixOf(url, production), origin: `http://localhost:${productionPorts.server}` },
] as const)('official authenticateRequest with a $type instance', ({ type, instance, proxyUrl, origin }) => {
  const page = `${origin}/dashboard?tab=1`;
  const options = { publishableKey: instance.publishableKey, secretKey: instance.secretKey, apiUrl, proxyUrl };
  const clerk = createClerkClient({ secretKey: instance.secretKey, apiUrl });
  const app = { clerk, options };
  let person: Awaited<ReturnType<typeof signIn>>;

  beforeAll(async () => {
    person = await signIn(instance);
  });

  it('knows who sends a token in the header', async () => {
    const state = await clerk.authenticateRequest(new Request(page, { headers: { authorization: `Bearer ${person.token}` } }), options);
    expect([state.status, state.reason]).toEqual(['signed-in', null]);
    const auth = state.toAuth();
    expect(auth).toMatchObject({ userId: person.userId, sessionId: person.sessionId, tokenType: 'session_token', isAuthenticated: true });
    expect(auth && 'getToken' in auth && (await auth.getToken())).toMatch(/^eyJ/);
  });

  it('knows who sends a token in the cookie', async () => {
    const cookie = `__session=${person.token}; __client_uat=${person.signedInAt}; __clerk_db_jwt=${person.browser.devBrowser}`;
    const state = await clerk.authenticateRequest(new Request(page, { headers: { cookie, 'sec-fetch-dest': 'document' } }), options);
    expect([state.status, state.reason]).toEqual(['signed-in', null]);
    expect(state.toAuth()).toMatchObject({ userId: person.userId });
  });

  it('learns by a handshake who is signed in, and needs no other for the next page', async () => {
    const browser = newBrowser(person.browser);
    const { state, url: shown, steps } = await visitPage(page, app, browser);
    expect([state.status, state.reason]).toEqual(['signed-in', null]);
    expect(state.toAuth()).toMatchObject({ userId: person.userId, sessionId: person.sessionId });
    expect(new URL(steps[0] ?? '').pathname).toBe(`${new URL(proxyUrl).pathname}/v1/client/handshake`.replace('//', '/'));
    expect(shown).toBe(page);
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('__clerk_handshake'))).toEqual([]);

    const next = await visitPage(page, app, browser);
    expect([next.state.status, next.steps]).toEqual(['signed-in', []]);
  });

  it('understands the payload format of the handshake as well', async () => {
    const browser = newBrowser(person.browser);
    const query = new URLSearchParams({ redirect_url: page, suffixed_cookies: 'true', __clerk_db_jwt: browser.devBrowser ?? '' });
    const response = await browser.visit(`${proxyUrl}/v1/client/handshake?${query}`);
    const { state } = await visitPage(response.headers.get('location') ?? '', app, browser);
    expect(state.status).toBe('signed-in');
    expect(state.toAuth()).toMatchObject({ userId: person.userId });
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('__session_'))).toHaveLength(1);
  });

  it('learns by a handshake that nobody is signed in any more', async () => {
    const { browser, signedInAt, sessionId } = await signIn(instance);
    await browser.send('POST', `/client/sessions/${sessionId}/end`);
    browser.cookies.set('__client_uat', signedInAt);
    const { state, steps } = await visitPage(page, app, withDevBrowser(browser));
    // In production the request that brings the news is the one that is answered; in development, the next.
    expect([state.status, state.reason]).toEqual(['signed-out', type === 'production' ? 'session-token-missing' : 'session-token-and-uat-missing']);
    expect(steps.length).toBeGreaterThan(0);
    expect(browser.cookies.get('__client_uat')).toBe('0');
  });

  it('sends a stranger round once at most', async () => {
    const browser = new Frontend(proxyUrl, origin);
    const { state, steps } = await visitPage(page, app, browser);
    expect(state.status).toBe('signed-out');
    expect(steps.length).toBe(type === 'development' ? 3 : 0);
    const next = await visitPage(page, app, browser);
    expect([next.state.status, next.state.reason, next.steps]).toEqual(['signed-out', 'session-token-and-uat-missing', []]);
  });
});

/** The same person's browser in front of an app that it has not visited yet: only what the Frontend API set is there. */
function newBrowser(signedIn: Frontend): Frontend {
  const browser = signedIn.copy();
  browser.cookies.set('__client_uat', String(Math.floor(Date.now() / 1000) - 1));
  return withDevBrowser(browser);
}

/** Scripts of the page put the development browser into a cookie. */
function withDevBrowser(browser: Frontend): Frontend {
  if (browser.devBrowser) browser.cookies.set('__clerk_db_jwt', browser.devBrowser);
  return browser;
}

/** The public key that an instance signs with. */
async function pemOf(frontend: string): Promise<string> {
  const { keys } = (await (await fetch(`${frontend}/.well-known/jwks.json`)).json()) as { keys: [webcrypto.JsonWebKey & Record<string, unknown>] };
  return createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string;
}

function hostOf(publishableKey: string): string {
  return atob(publishableKey.split('_')[2] ?? '').slice(0, -1);
}
