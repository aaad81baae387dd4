import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { createClerkClient } from '@foyer/backend';
import { createPublishableKey } from '@foyer/protocol/keys';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { clerkClient, clerkMiddleware, getAuth, requireAuth, type ClerkMiddlewareOptions } from './index.ts';
import { mint, now, pem, PUBLISHABLE_KEY } from './testing/tokens.ts';
import { verifyWebhook } from './webhooks.ts';

const options: ClerkMiddlewareOptions = { publishableKey: PUBLISHABLE_KEY, secretKey: 'sk_live_1', jwtKey: pem };
const page = { 'sec-fetch-dest': 'document' };
const bearer = { authorization: `Bearer ${mint()}` };
const session = { cookie: `__session=${mint()}; __client_uat=${now - 20}` };

let server: Server;
let app: Express;
beforeAll(async () => {
  server = createServer((request, response) => app(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  app = express();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(origin() + path, { headers, redirect: 'manual', ...init });

describe('clerkMiddleware', () => {
  beforeEach(() => {
    app.use(clerkMiddleware(options));
    app.get('/me', (request, response) => void response.json({ ...getAuth(request) }));
  });

  it.each([
    ['a header token', bearer, 'user_1'],
    ['cookies', session, 'user_1'],
    ['nothing', {}, null],
    ['a forged token', { authorization: `Bearer ${mint().slice(0, -8)}AAAAAAAA` }, null],
  ])('knows who sends %s', async (_, headers, userId) => {
    const response = await ask('/me', headers);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ userId, isAuthenticated: userId !== null });
  });

  it('says in debug headers why nobody is signed in', async () => {
    const response = await ask('/me');
    expect(response.headers.get('x-clerk-auth-status')).toBe('signed-out');
    expect(response.headers.get('x-clerk-auth-reason')).toBe('session-token-and-uat-missing');
  });

  it('redirects page loads through a handshake', async () => {
    const response = await ask('/me?a=b', { ...page, cookie: `__client_uat=${now - 20}` });
    expect(response.status).toBe(307);
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe('https://clerk.example.com/v1/client/handshake');
    expect(location.searchParams.get('redirect_url')).toBe(`${origin()}/me?a=b`);
    expect(response.headers.getSetCookie()).toEqual(['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2']);
  });

  it('passes on the cookies that a handshake brings', async () => {
    const directives = [`__session=${mint()}; Path=/`, `__client_uat=${now}; Path=/`];
    const response = await ask('/me', { ...page, cookie: `__clerk_handshake=${mint({ handshake: directives })}` });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual(directives);
    expect(await response.json()).toMatchObject({ userId: 'user_1' });
  });
});

describe('clerkMiddleware options', () => {
  it('come from the environment, when the first request does', async () => {
    app.use(clerkMiddleware());
    app.get('/', (request, response) => void response.json(getAuth(request).userId));
    vi.stubEnv('CLERK_PUBLISHABLE_KEY', PUBLISHABLE_KEY);
    vi.stubEnv('CLERK_SECRET_KEY', 'sk_live_1');
    vi.stubEnv('CLERK_JWT_KEY', pem);
    expect(await (await ask('/', bearer)).json()).toBe('user_1');
  });

  it('may name a client', async () => {
    const client = createClerkClient({ publishableKey: PUBLISHABLE_KEY, jwtKey: pem });
    app.use(clerkMiddleware({ clerkClient: client }));
    app.get('/', (request, response) => void response.json(getAuth(request).userId));
    expect(await (await ask('/', bearer)).json()).toBe('user_1');
  });

  it('may restrict the parties', async () => {
    app.use(clerkMiddleware({ ...options, authorizedParties: ['https://other.test'] }));
    app.get('/', (request, response) => void response.json(getAuth(request).userId));
    expect(await (await ask('/', bearer)).json()).toBeNull();
  });

  it('may switch handshakes off', async () => {
    app.use(clerkMiddleware({ ...options, enableHandshake: false }));
    app.get('/', (request, response) => void response.json(getAuth(request).userId));
    const response = await ask('/', { ...page, cookie: `__client_uat=${now - 20}` });
    expect(response.status).toBe(200);
    expect(await response.json()).toBeNull();
  });

  it('resolve a proxy path against the browser’s host', async () => {
    app.use(clerkMiddleware({ ...options, proxyUrl: '/__clerk' }));
    const headers = { ...page, cookie: `__client_uat=${now - 20}`, 'x-forwarded-host': 'www.example.com', 'x-forwarded-proto': 'https' };
    expect((await ask('/', headers)).headers.get('location')).toMatch(/^https:\/\/www\.example\.com\/__clerk\/v1\/client\/handshake\?/);
  });

  it('lead development instances to the local server', async () => {
    const publishableKey = createPublishableKey('development', 'happy-fox-1.clerk.accounts.dev');
    app.use(clerkMiddleware({ publishableKey, secretKey: 'sk_test_1' }));
    expect((await ask('/', page)).headers.get('location')).toMatch(/^http:\/\/localhost:4000\/v1\/client\/handshake\?/);
  });

  it('that are missing end in an error for Express', async () => {
    app.use(clerkMiddleware({ secretKey: 'sk_live_1' }));
    const failed: express.ErrorRequestHandler = (error: Error, _request, response, _next) => void response.status(500).send(error.message);
    app.use(failed);
    const response = await ask('/');
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('CLERK_PUBLISHABLE_KEY');
  });

  it('may ask for a log', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    app.use(clerkMiddleware({ ...options, debug: true }));
    await ask('/', bearer);
    expect(log).toHaveBeenCalledWith('Clerk:', expect.objectContaining({ isAuthenticated: true }));
  });
});

describe('getAuth', () => {
  it('needs the middleware', async () => {
    app.get('/', (request, response) => {
      expect(() => getAuth(request)).toThrow('clerkMiddleware()');
      response.end('checked');
    });
    expect(await (await ask('/')).text()).toBe('checked');
  });

  it('takes only the kinds of tokens asked for', async () => {
    const client = createClerkClient(options);
    client.apiKeys.verifySecret = () => Promise.resolve({ id: 'ak_1', subject: 'user_9', name: 'Deploy', scopes: [], claims: null } as never);
    app.use(clerkMiddleware({ ...options, clerkClient: client }));
    app.get('/session', (request, response) => void response.json({ ...getAuth(request, { acceptsToken: 'session_token' }) }));
    app.get('/machine', (request, response) => void response.json({ ...getAuth(request, { acceptsToken: 'api_key' }) }));
    app.get('/several', (request, response) => void response.json({ ...getAuth(request, { acceptsToken: ['api_key', 'm2m_token'] }) }));
    expect(await (await ask('/session', bearer)).json()).toMatchObject({ tokenType: 'session_token', userId: 'user_1' });
    expect(await (await ask('/machine', bearer)).json()).toMatchObject({ tokenType: 'api_key', isAuthenticated: false });
    expect(await (await ask('/several', bearer)).json()).toMatchObject({ tokenType: null, isAuthenticated: false });
    const machine = { authorization: 'Bearer ak_secret' };
    expect(await (await ask('/session', machine)).json()).toMatchObject({ tokenType: 'session_token', userId: null });
    expect(await (await ask('/machine', machine)).json()).toMatchObject({ tokenType: 'api_key', userId: 'user_9' });
    expect(await (await ask('/several', machine)).json()).toMatchObject({ tokenType: 'api_key', userId: 'user_9' });
  });

  it('treats pending sessions as asked', async () => {
    app.use(clerkMiddleware(options));
    app.get('/', (request, response) => void response.json([getAuth(request).userId, getAuth(request, { treatPendingAsSignedOut: false }).userId]));
    expect(await (await ask('/', { authorization: `Bearer ${mint({ sts: 'pending' })}` })).json()).toEqual([null, 'user_1']);
  });
});

describe('req.auth', () => {
  it('is a function, and still readable as the object it once was', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    app.use(clerkMiddleware(options));
    app.get('/', (request, response) => {
      const { auth } = request as unknown as { auth: (() => { userId: string }) & { userId: string } };
      response.json({ called: auth().userId, read: auth.userId, whole: auth });
    });
    expect(await (await ask('/', bearer)).json()).toMatchObject({ called: 'user_1', read: 'user_1', whole: { userId: 'user_1', sessionId: 'sess_1' } });
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('req.auth()'));
  });
});

describe('requireAuth', () => {
  it.each<[string, ClerkMiddlewareOptions, string, string]>([
    ['to the home page', {}, '', '/'],
    ['to the environment’s sign-in page', {}, '/from-environment', '/from-environment'],
    ['to its own sign-in page', { signInUrl: '/sign-in' }, '/from-environment', '/sign-in'],
  ])('redirects strangers %s', async (_, own, fromEnvironment, expected) => {
    vi.stubEnv('CLERK_SIGN_IN_URL', fromEnvironment);
    app.get('/secret', requireAuth({ ...options, ...own }), (_request, response) => void response.end('secret'));
    const response = await ask('/secret');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(expected);
  });

  it('lets those in who are signed in, alone or after clerkMiddleware', async () => {
    app.get('/alone', requireAuth(options), (request, response) => void response.end(getAuth(request).userId));
    expect(await (await ask('/alone', session)).text()).toBe('user_1');
    app.use(clerkMiddleware(options));
    app.get('/after', requireAuth(), (request, response) => void response.end(getAuth(request).userId));
    expect(await (await ask('/after', session)).text()).toBe('user_1');
  });
});

describe('clerkClient', () => {
  it('is made from the environment when it is first used', () => {
    vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_lazy');
    expect(typeof clerkClient.users.getUser).toBe('function');
    expect('users' in clerkClient).toBe(true);
    expect(Object.keys(clerkClient)).toContain('authenticateRequest');
  });
});

describe('verifyWebhook', () => {
  const secret = `whsec_${Buffer.from('secret').toString('base64')}`;
  const body = JSON.stringify({ type: 'user.created', data: { id: 'user_1' } });
  const post = (path: string) => {
    const signature = createHmac('sha256', 'secret').update(`msg_1.${now}.${body}`).digest('base64');
    const headers = { 'svix-id': 'msg_1', 'svix-timestamp': String(now), 'svix-signature': `v1,${signature}`, 'content-type': 'application/json' };
    return ask(path, headers, { method: 'POST', body });
  };
  const handler: express.RequestHandler = (request, response) => {
    verifyWebhook(request, { signingSecret: secret }).then(
      (event) => response.json(event),
      (error: unknown) => response.status(400).send(String(error)),
    );
  };

  it('verifies raw, textual and unread bodies', async () => {
    app.post('/raw', express.raw({ type: '*/*' }), handler);
    app.post('/text', express.text({ type: '*/*' }), handler);
    app.post('/unread', handler);
    for (const path of ['/raw', '/text', '/unread']) expect(await (await post(path)).json()).toMatchObject({ type: 'user.created' });
  });

  it('says what to do about a parsed body', async () => {
    app.post('/json', express.json(), handler);
    expect(await (await post('/json')).text()).toContain('express.raw');
  });
});
