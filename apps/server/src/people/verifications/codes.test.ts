import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { createTestInstance } from '../../testing/app.ts';
import { attemptCode, checkCode, find, startCode } from './service.ts';
import { timeTravel } from '../../access/testing/travel.ts';

const advance = timeTravel();
let ctx: Context;
const target = () => `p${randomBytes(5).toString('hex')}@example.com`;

beforeAll(async () => {
  ({ ctx } = await createTestInstance());
});
const start = (to: string, more: Partial<Parameters<typeof startCode>[1]> = {}) => startCode(ctx, { strategy: 'email_code', target: to, clientId: 'client_a', ...more });
const wrong = (code: string) => (code === '000000' ? '111111' : '000000');

describe('codes', () => {
  it('have six digits, are not stored, and pass once', async () => {
    const to = target();
    const { verification, code } = await start(to);
    expect(code).toMatch(/^\d{6}$/);
    expect(JSON.stringify(verification)).not.toContain(code);
    const passed = await attemptCode(ctx, verification.id, code, { target: to, clientId: 'client_b' });
    expect(passed).toMatchObject({ attempts: 1, verified_at: expect.any(Date), verified_at_client: 'client_b' });
    await expect(attemptCode(ctx, verification.id, code, { target: to })).rejects.toMatchObject({ code: 'verification_already_verified' });
  });

  it('pass for nothing but where they were sent, in no other instance', async () => {
    const to = target();
    const { verification, code } = await start(to);
    const other = await createTestInstance();
    await expect(attemptCode(ctx, verification.id, code, { target: target() })).rejects.toMatchObject({ code: 'verification_missing' });
    await expect(attemptCode(other.ctx, verification.id, code, { target: to })).rejects.toMatchObject({ code: 'verification_missing' });
    await expect(attemptCode(ctx, null, code, { target: to })).rejects.toMatchObject({ code: 'verification_missing' });
    await attemptCode(ctx, verification.id, code, { target: to });
  });

  it('of many guesses at once five are judged, and all are counted', async () => {
    const to = target();
    const { verification, code } = await start(to);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => checkCode(ctx, verification.id, wrong(code), { target: to })));
    const codes = outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : 'passed'));
    expect(codes.filter((one) => one === 'form_code_incorrect')).toHaveLength(4);
    expect(codes.filter((one) => one === 'verification_failed')).toHaveLength(8);
    expect((await find(ctx, verification.id))?.attempts).toBe(5);
    await expect(attemptCode(ctx, verification.id, code, { target: to })).rejects.toMatchObject({ code: 'verification_failed' });
  });

  it('expire after ten minutes', async () => {
    const to = target();
    const { verification, code } = await start(to);
    await advance(10 * MINUTE);
    await expect(attemptCode(ctx, verification.id, code, { target: to })).rejects.toMatchObject({ code: 'verification_expired' });
  });

  it('are not sent again within 30 seconds, unless to another place or in another attempt', async () => {
    const to = target();
    const { verification: previous } = await start(to);
    await advance(20 * SECOND);
    await expect(start(to, { previous })).rejects.toMatchObject({ code: 'verification_code_too_many_requests', retryAfter: 10 });
    await start(target(), { previous });
    await start(to);
    await advance(10 * SECOND);
    await start(to, { previous });
  });

  it('are refused to a target that has got very many', async () => {
    const limited = { ...ctx, platform: { ...ctx.platform, config: { ...ctx.platform.config, rateLimits: true } } };
    const to = target();
    const send = () => startCode(limited, { strategy: 'email_code', target: to, clientId: null });
    for (let i = 0; i < 20; i++) await send();
    await expect(send()).rejects.toMatchObject({ code: 'verification_code_rate_limit_exceeded', retryAfter: expect.any(Number) });
    await advance(10 * MINUTE);
    await send();
  });

  it('of test identities are 424242 and need no message', async () => {
    expect(await start('a+clerk_test@example.com')).toMatchObject({ code: '424242', deliver: false });
    expect(await start('+12015550100', { strategy: 'phone_code' })).toMatchObject({ code: '424242', deliver: false });
    const off = await createTestInstance({ settings: { test_mode: false } });
    expect((await startCode(off.ctx, { strategy: 'email_code', target: 'a+clerk_test@example.com', clientId: null })).deliver).toBe(true);
  });
});
