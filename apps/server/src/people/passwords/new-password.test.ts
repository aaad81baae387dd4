import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, type ErrorObject } from '@foyer/protocol/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsPatch } from '../../instances/settings/schema.ts';
import type { Context } from '../../platform/context.ts';
import { createTestInstance, testApp } from '../../testing/app.ts';
import { checkNewPassword } from './service.ts';

async function refusals(ctx: Context, password: string): Promise<readonly ErrorObject[]> {
  try {
    await checkNewPassword(ctx, password);
    return [];
  } catch (error) {
    if (error instanceof ApiError) return error.errors;
    throw error;
  }
}

const contextWith = async (password: SettingsPatch['password']) => (await createTestInstance({ settings: { password: password ?? {} } })).ctx;
const codes = async (ctx: Context, password: string) => (await refusals(ctx, password)).map(({ code }) => code);

describe('the strength of a new password', () => {
  it('must reach what the instance asks for, and is told how', async () => {
    const ctx = await contextWith({ min_zxcvbn_strength: 3, disable_hibp: true });
    const [refusal] = await refusals(ctx, 'qwertyuiop');
    expect(refusal).toMatchObject({ code: 'form_password_not_strong_enough', meta: { param_name: 'password' } });
    const { suggestions = [] } = refusal?.meta?.zxcvbn ?? {};
    expect(suggestions.map(({ code }) => code)).toContain('anotherWord');
    for (const { code, message } of suggestions) expect(message, code).toMatch(/\w+ \w+/);
    for (const weak of ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'password1234', 'P@ssw0rd!']) expect(await codes(ctx, weak)).toEqual(['form_password_not_strong_enough']);
    for (const strong of ['violet lantern 7 river', 'jx8#kQ2!vP0z']) expect(await codes(ctx, strong)).toEqual([]);
  });

  it('is nobody’s business where nothing is asked', async () => {
    expect(await codes(await contextWith({ min_zxcvbn_strength: 0, disable_hibp: true }), 'qwertyuiop')).toEqual([]);
  });

  it('is judged in bearable time, whatever is typed', async () => {
    const ctx = await contextWith({ min_zxcvbn_strength: 4, disable_hibp: true });
    await codes(ctx, 'warms up the dictionaries');
    const before = process.cpuUsage();
    await codes(ctx, '@4s5w0rd1!l3e4t'.repeat(5).slice(0, 72));
    // Some 80 ms, and seconds without the bounds.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
  });
});

describe('a new password that everybody would try here', () => {
  it('is refused: the application’s name, a word of it or its host, whatever is around it', async () => {
    const { ctx } = await createTestInstance({ environmentType: 'production', fapiHost: `clerk.${crypto.randomUUID().slice(0, 8)}-lighthouse.com`, applicationName: 'Blue Harbour' });
    for (const password of ['BlueHarbour!', 'harbour2026', '123 Blue Harbour', 'Lighthouse1!']) expect(await codes(ctx, password), password).toEqual(['form_password_not_strong_enough']);
    for (const password of ['blue harbour and seven otters', 'violet lantern 7 river', '73 105 220 914']) expect(await codes(ctx, password), password).toEqual([]);
  });
});

describe('a new password that is known from breaches', () => {
  let asked: string[] = [];
  let answer: (prefix: string) => { status?: number; body?: string } | null;
  const service = createServer((request, response) => {
    const prefix = request.url?.split('/').at(-1) ?? '';
    asked.push(prefix);
    expect(request.headers['add-padding']).toBe('true');
    const result = answer(prefix);
    // Without an answer the caller waits until it has enough of it.
    if (result) response.writeHead(result.status ?? 200).end(result.body);
  });
  const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
  let ctx: Context;

  beforeAll(async () => {
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    ctx = await contextWith({ disable_hibp: false });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(async () => {
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
  });

  /** With the service configured, while `work` runs. */
  async function withService<T>(work: () => Promise<T>): Promise<T> {
    const { config } = (await testApp()).platform;
    Object.assign(config, { breachedPasswordsUrl: `http://127.0.0.1:${(service.address() as AddressInfo).port}/range/` });
    try {
      return await work();
    } finally {
      delete config.breachedPasswordsUrl;
    }
  }

  it('is refused by the built-in list', async () => {
    for (const common of ['12345678', 'Password', 'qwertyuiop']) expect(await codes(ctx, common)).toEqual(['form_password_pwned']);
    expect(await codes(ctx, 'violet lantern 7 river')).toEqual([]);
    expect(await codes(await contextWith({ disable_hibp: true }), '12345678')).toEqual([]);
  });

  it('is refused by a service that is told five digits of its hash', async () => {
    await withService(async () => {
      const password = 'violet lantern 7 river';
      const hash = hashOf(password);
      answer = () => ({ body: `${'0'.repeat(35)}:3\r\n${hash.slice(5)}:42\r\n` });
      expect(await codes(ctx, password)).toEqual(['form_password_pwned']);
      expect(asked).toEqual([hash.slice(0, 5)]);
      // Padding, and others that begin alike.
      answer = () => ({ body: `${hash.slice(5)}:0\r\n${hashOf('other').slice(5)}:7` });
      expect(await codes(ctx, password)).toEqual([]);
    });
  });

  it('keeps nobody waiting for a service that fails; then the built-in list decides', async () => {
    await withService(async () => {
      for (const failure of [() => ({ status: 503 }), () => null]) {
        answer = failure;
        expect(await codes(ctx, 'violet lantern 7 river')).toEqual([]);
        expect(await codes(ctx, '12345678')).toEqual(['form_password_pwned']);
      }
      expect(asked).toHaveLength(4);
    });
  });
});
