import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstance, type Instance } from './scenario/instance.ts';

const APP = join(fileURLToPath(new URL('.', import.meta.url)), 'scenario/express-4.cjs');

describe('@foyer/express in an Express 4 application that requires it', () => {
  let instance: Instance;
  let stopInstance: () => Promise<void>;
  let app: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    ({ instance, stop: stopInstance } = await startInstance());
    const { publishableKey, secretKey, apiUrl } = instance;
    const env = { PATH: process.env.PATH, CLERK_PUBLISHABLE_KEY: publishableKey, CLERK_SECRET_KEY: secretKey, CLERK_API_URL: apiUrl };
    const child = spawn(process.execPath, [APP], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    app = child;
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    origin = `http://127.0.0.1:${port.toString().trim()}`;
  });
  afterAll(async () => {
    app.kill();
    await stopInstance();
  });

  it('knows who sends a token, and fetches them', async () => {
    const response = await fetch(`${origin}/me`, { headers: { authorization: `Bearer ${instance.token}` } });
    expect(await response.json()).toEqual({ userId: 'user_1', firstName: 'Ada', express: 4 });
  });

  it('knows who does not', async () => {
    expect((await fetch(`${origin}/me`)).status).toBe(401);
  });

  it('sends strangers to the sign-in page, and those whose session cannot be judged to the Frontend API', async () => {
    const stranger = await fetch(`${origin}/own`, { redirect: 'manual' });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([302, 'https://app.example.com/sign-in']);
    const visitor = await fetch(`${origin}/own`, { redirect: 'manual', headers: { accept: 'text/html', cookie: '__client_uat=9999999999' } });
    expect([visitor.status, visitor.headers.get('location')]).toEqual([307, expect.stringContaining('https://clerk.example.com/v1/client/handshake?')]);
  });
});
