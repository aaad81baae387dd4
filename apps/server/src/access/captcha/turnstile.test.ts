import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../platform/config.ts';
import { setSecret } from '../../instances/secrets/service.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';

const PATH = '/v1/client/sign_ups';
const PERSON = { email_address: 'ada+clerk_test@example.com', password: 'violet lantern 7 river' };
const KEYS = { turnstileSiteKey: '1x-site', turnstileSecretKey: '1x-secret', turnstileInvisibleSiteKey: '2x-site', turnstileInvisibleSecretKey: '2x-secret' };

const codeOf = (answer: Answer) => (answer.status === 200 ? 'ok' : answer.body.errors[0].code);

/** Answers as Cloudflare documents it: each widget's secret opens its own tokens, each of them once. */
class FakeTurnstile {
  readonly asked: URLSearchParams[] = [];
  broken = false;
  readonly #unused = new Map<string, string>([
    ['managed-token', KEYS.turnstileSecretKey],
    ['invisible-token', KEYS.turnstileInvisibleSecretKey],
  ]);
  readonly #server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    this.asked.push(form);
    if (this.broken) return response.writeHead(502).end('bad gateway');
    const token = form.get('response') ?? '';
    const success = this.#unused.get(token) === form.get('secret');
    if (success) this.#unused.delete(token);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ success, 'error-codes': success ? [] : ['invalid-input-response'] }));
  });

  allow(token: string, secret: string): void {
    this.#unused.set(token, secret);
  }

  listen(): Promise<string> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/siteverify`)));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

describe('bot protection by Turnstile', () => {
  const fake = new FakeTurnstile();
  let test: TestInstance;
  let config: Config;
  let before: Config;
  beforeAll(async () => {
    ({ config } = (await testApp()).platform);
    before = { ...config };
    Object.assign(config, KEYS, { turnstileVerifyUrl: await fake.listen() });
    test = await createTestInstance({ settings: { sign_up: { captcha_enabled: true, captcha_widget_type: 'invisible' } } });
  });
  beforeEach(() => {
    fake.broken = false;
  });
  afterAll(async () => {
    // Other files of the same worker have the same program.
    for (const name of Object.keys(KEYS)) delete (config as Record<string, unknown>)[name];
    Object.assign(config, before);
    await fake.close();
  });

  it('shows browsers its site keys, and loads nothing of ours', async () => {
    const { body } = await test.browser().get('/v1/environment');
    expect(body.display_config).toMatchObject({ captcha_provider: 'turnstile', captcha_widget_type: 'invisible', captcha_public_key: '1x-site', captcha_public_key_invisible: '2x-site' });
    expect(body.protect_config.loaders).toEqual([]);
  });

  it('may be shown by the account portal, and by no other page', async () => {
    const { http } = await testApp();
    const policyOf = async (slug: string) => (await http.inject({ url: `/i/${slug}/portal/sign-up` })).headers['content-security-policy'];
    expect(await policyOf(test.instance.slug)).toMatch(/script-src [^;]*https:\/\/challenges\.cloudflare\.com.*frame-src https:\/\/challenges\.cloudflare\.com/);
    const unprotected = await createTestInstance();
    expect(await policyOf(unprotected.instance.slug)).not.toContain('cloudflare');
  });

  it('takes a token once, each widget’s with its own secret', async () => {
    const attempt = async (token: string, type: string) => codeOf(await test.browser().post(PATH, { ...PERSON, captcha_token: token, captcha_widget_type: type }));
    expect(await attempt('managed-token', 'invisible')).toBe('captcha_invalid');
    expect(await attempt('managed-token', 'smart')).toBe('ok');
    expect(await attempt('managed-token', 'smart')).toBe('captcha_invalid');
    expect(await attempt('invisible-token', 'invisible')).toBe('ok');
    expect(await attempt('made-up', 'smart')).toBe('captcha_invalid');
    expect(fake.asked.at(-1)?.get('remoteip')).toBe('127.0.0.1');
  });

  it('is an instance’s own where it has keys of its own, and lets nobody in without the secret', async () => {
    const own = await createTestInstance({ settings: { sign_up: { captcha_enabled: true, turnstile_site_key: '3x-own' } } });
    const { body } = await own.browser().get('/v1/environment');
    expect(body.display_config).toMatchObject({ captcha_public_key: '3x-own', captcha_public_key_invisible: '3x-own' });
    expect(body.protect_config.loaders).toEqual([]);

    fake.allow('own-token', 'own-secret');
    const attempt = async (of: TestInstance) => codeOf(await of.browser().post(PATH, { ...PERSON, captcha_token: 'own-token', captcha_widget_type: 'invisible' }));
    expect(await attempt(own)).toBe('service_unavailable');
    await setSecret(own.ctx, 'turnstile_secret_key', 'own-secret');
    expect([await attempt(test), await attempt(own), await attempt(own)]).toEqual(['captcha_invalid', 'ok', 'captcha_invalid']);
  });

  it('lets nobody in when it cannot be asked', async () => {
    fake.broken = true;
    const answer = await test.browser().post(PATH, { ...PERSON, captcha_token: 'managed-token', captcha_widget_type: 'smart' });
    expect([answer.status, codeOf(answer)]).toEqual([503, 'service_unavailable']);
  });
});
