import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clerkClient as defaultClient, clerkMiddleware, createClerkClient, getAuth, requireAuth } from '@clerk/express';
import express from 'express';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { prefixOf, type Frontend } from '../house/frontend.ts';
import { signIn } from '../house/sign-in.ts';

const { url, apiUrl, development, production, productionPorts } = inject('house');

describe.each([
  { type: 'development', instance: development, port: 0, redirects: 3 },
  { type: 'production', instance: production, port: productionPorts.server, redirects: 2 },
])('official @clerk/express with a $type instance', ({ instance, port, redirects }) => {
  const proxyUrl = prefixOf(url, instance);
  const { publishableKey, secretKey } = instance;
  const clerkClient = createClerkClient({ publishableKey, secretKey, apiUrl });
  let server: Server;
  let origin: string;
  let person: Awaited<ReturnType<typeof signIn>>;

  beforeAll(async () => {
    const app = express();
    const options = { clerkClient, publishableKey, secretKey, apiUrl, proxyUrl, signInUrl: '/sign-in' };
    app.use(clerkMiddleware(options));
    app.get('/public', (request, response) => void response.json({ userId: getAuth(request).userId }));
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 sends rejections on
    app.get('/private', requireAuth(options), async (request, response) => {
      const { userId, sessionId, sessionClaims } = getAuth(request);
      const user = await clerkClient.users.getUser(userId ?? '');
      response.json({ userId, sessionId, subject: sessionClaims?.sub, email: user.primaryEmailAddress?.emailAddress });
    });
    server = createServer(app).listen(port, 'localhost');
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    person = await signIn(instance);
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const call = (path: string, token?: string) => fetch(`${origin}${path}`, { redirect: 'manual', headers: token ? { authorization: `Bearer ${token}` } : {} });

  it('knows the user of a token, and asks the Backend API about them', async () => {
    const { userId, sessionId, token, email } = person;
    expect(await (await call('/public', token)).json()).toEqual({ userId });
    expect(await (await call('/private', token)).json()).toEqual({ userId, sessionId, subject: userId, email });
  });

  it('sends nobody to the sign-in page', async () => {
    expect(await (await call('/public')).json()).toEqual({ userId: null });
    const response = await call('/private');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^\/sign-in/);
  });

  it('lets a browser through a handshake to the page', async () => {
    const browser = person.browser.copy();
    browser.cookies.set('__client_uat', String(Math.floor(Date.now() / 1000) - 1));
    if (browser.devBrowser) browser.cookies.set('__clerk_db_jwt', browser.devBrowser);
    const { response, steps } = await follow(browser, `${origin}/private`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ userId: person.userId });
    expect(steps).toBe(redirects);
  });
});

it('the default clerkClient reads its environment', async () => {
  process.env.CLERK_SECRET_KEY = development.secretKey;
  process.env.CLERK_PUBLISHABLE_KEY = development.publishableKey;
  process.env.CLERK_API_URL = apiUrl;
  expect(await defaultClient.users.getCount()).toBeTypeOf('number');
});

async function follow(browser: Frontend, start: string): Promise<{ response: Response; steps: number }> {
  let response = await browser.visit(start);
  for (let steps = 0; steps < 8; steps += 1) {
    const location = response.headers.get('location');
    if (!location) return { response, steps };
    response = await browser.visit(new URL(location, start).href);
  }
  throw new Error('The browser goes round in circles.');
}
