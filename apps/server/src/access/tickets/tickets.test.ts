import { beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../../platform/clock.ts';
import { createUser } from '../../people/users/service.ts';
import type { Answer } from '../../testing/browser.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { ticketStatus } from './status.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;

describe('status of a sign-in token', () => {
  const at = new Date();
  it.each([
    [null, null, 'pending'],
    [at, null, 'accepted'],
    [null, at, 'revoked'],
    [at, at, 'accepted'],
  ] as const)('used %s, revoked %s → %s', (used_at, revoked_at, status) => {
    expect(ticketStatus({ used_at, revoked_at })).toBe(status);
  });
});

describe('sign-in tokens', () => {
  let test: TestInstance;
  let userId: string;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { phone_number: { enabled: true, used_for_second_factor: true } } } });
    const { user } = await createUser(test.ctx, { emails: [{ address: 'ticket@example.com', verified: true }] });
    userId = user.id;
  });

  const create = (json: object = {}) => test.bapi('POST', '/v1/sign_in_tokens', { json: { user_id: userId, ...json } });
  const redeem = (ticket: string) => test.browser().post('/v1/client/sign_ins', { strategy: 'ticket', ticket });

  it('sign in once', async () => {
    const { status, body } = await create();
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: 'sign_in_token', id: expect.stringMatching(/^sit_/), status: 'pending', user_id: userId, token: expect.stringMatching(/^eyJ/) });
    expect(body.url).toContain(`/v1/tickets/accept?ticket=${body.token}`);
    const done = await redeem(body.token);
    expect(done.body.response).toMatchObject({ status: 'complete', first_factor_verification: { strategy: 'ticket', status: 'verified' } });
    expect(done.body.client.sessions[0].user.id).toBe(userId);
    const again = await redeem(body.token);
    expect([again.status, codeOf(again)]).toEqual([400, 'sign_in_token_already_used_code']);
    expect(codeOf(await test.bapi('POST', `/v1/sign_in_tokens/${body.id}/revoke`))).toBe('sign_in_token_cannot_be_revoked_code');
  });

  it('sign one in when many try at once', async () => {
    const { token } = (await create()).body;
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(token)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  it('stand for the second factor too', async () => {
    const { user } = await createUser(test.ctx, { phones: [{ number: '+12015550155', verified: true }], emails: [{ address: 'two@example.com', verified: true }] });
    await test.ctx.db.updateTable('phone_numbers').set({ reserved_for_second_factor: true }).where('instance_id', '=', test.instance.id).where('user_id', '=', user.id).execute();
    const { token } = (await create({ user_id: user.id })).body;
    expect((await redeem(token)).body.response).toMatchObject({ status: 'complete', second_factor_verification: { strategy: 'ticket', status: 'verified' } });
  });

  it('can be revoked while pending, and expire', async () => {
    const { id, token } = (await create()).body;
    const revoked = await test.bapi('POST', `/v1/sign_in_tokens/${id}/revoke`);
    expect(revoked.body).toMatchObject({ id, status: 'revoked', url: null });
    expect(revoked.body.token).toBeUndefined();
    expect(codeOf(await redeem(token))).toBe('sign_in_token_revoked_code');

    const short = (await create({ expires_in_seconds: 60 })).body;
    const long = (await create()).body;
    await advance(29 * DAY);
    expect(codeOf(await redeem(short.token))).toBe('ticket_expired_code');
    expect((await redeem(long.token)).body.response.status).toBe('complete');
  });

  it('are for known users, of this instance, for signing in only', async () => {
    expect(codeOf(await create({ user_id: 'user_nobody' }))).toBe('resource_not_found');
    expect(codeOf(await create({ expires_in_seconds: 0 }))).toMatch(/^form_param/);
    expect(codeOf(await test.bapi('POST', '/v1/sign_in_tokens/sit_none/revoke'))).toBe('resource_not_found');
    const { token } = (await create()).body;
    const elsewhere = (await createTestInstance()).browser();
    expect(codeOf(await elsewhere.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token }))).toBe('ticket_invalid_code');
    expect(codeOf(await redeem('eyJ.nonsense'))).toBe('ticket_invalid_code');
    expect(codeOf(await test.browser().post('/v1/client/sign_ups', { strategy: 'ticket', ticket: token }))).toBe('sign_in_token_not_in_sign_in_code');
  });

  it('have a link to the sign-in page', async () => {
    const { token } = (await create()).body;
    const browser = test.browser();
    const followed = await browser.get('/v1/tickets/accept', { ticket: token });
    expect(followed.status).toBe(303);
    const page = new URL(String(followed.headers['location']));
    expect(page.pathname).toMatch(/\/portal\/sign-in$/);
    expect(Object.fromEntries(page.searchParams)).toEqual({ __clerk_status: 'sign_in', __clerk_ticket: token });
    expect(codeOf(await browser.get('/v1/tickets/accept', { ticket: 'eyJ' }))).toBe('ticket_invalid_code');
  });
});
