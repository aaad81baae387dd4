import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';

const SCRIPT = readFileSync(new URL('./captcha-widget.js', import.meta.url), 'utf8');
const PERSON = { email_address: 'ada+clerk_test@example.com', password: 'violet lantern 7 river' };

type Options = { sitekey: string; callback?: (token: string) => void; 'error-callback'?: (code: string) => void };
interface Turnstile {
  render(container: string, options: Options): string;
  reset(id: string): void;
  remove(id: string): void;
  getResponse(id: string): string | undefined;
}

/** Runs the script as a page of the instance would, perhaps beside a Turnstile of its own. */
async function load(test: TestInstance, turnstile?: Partial<Turnstile>): Promise<Turnstile> {
  const { http } = await testApp();
  const window: { turnstile?: unknown } = { turnstile };
  runInNewContext(SCRIPT, {
    window,
    document: { currentScript: { src: `http://localhost/i/${test.instance.slug}/v1/captcha/widget.js` } },
    navigator: { hardwareConcurrency: 4 },
    crypto: globalThis.crypto,
    btoa,
    console: { error: () => {} },
    fetch: async (url: string) => {
      const answer = await http.inject({ url: new URL(url).pathname });
      return { ok: answer.statusCode === 200, status: answer.statusCode, json: async () => answer.json() };
    },
  });
  return window.turnstile as Turnstile;
}

describe('the widget', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { sign_up: { captcha_enabled: true } } });
  });

  it('does the work that lets somebody sign up, and new work after a reset', async () => {
    const turnstile = await load(test);
    const tokens: string[] = [];
    const id = turnstile.render('#clerk-captcha', { sitekey: 'proof-of-work', callback: (token) => tokens.push(token) });
    await vi.waitFor(() => expect(tokens).toHaveLength(1), { timeout: 50_000 });
    expect(turnstile.getResponse(id)).toBe(tokens[0]);
    const answer = await test.browser().post('/v1/client/sign_ups', { ...PERSON, captcha_token: tokens[0], captcha_widget_type: 'smart' });
    expect(answer.status, answer.text).toBe(200);

    turnstile.reset(id);
    await vi.waitFor(() => expect(tokens).toHaveLength(2), { timeout: 50_000 });
    expect(tokens[1]).not.toBe(tokens[0]);
    turnstile.remove(id);
    expect(turnstile.getResponse(id)).toBeUndefined();
  });

  it('says so when the server cannot be reached', async () => {
    const turnstile = await load({ ...test, instance: { ...test.instance, slug: 'no-such-1' } });
    const failed = await new Promise((resolve) => turnstile.render('#clerk-captcha', { sitekey: 'proof-of-work', 'error-callback': resolve }));
    expect(failed).toBe('300');
  });

  it('leaves a page’s own Turnstile as it is', async () => {
    const render = vi.fn(() => 'theirs');
    const remove = vi.fn();
    const turnstile = await load(test, { render, remove });
    expect(turnstile.render('#contact', { sitekey: '0x-their-key' })).toBe('theirs');
    turnstile.remove('theirs');
    expect(remove).toHaveBeenCalledWith('theirs');
  });
});
