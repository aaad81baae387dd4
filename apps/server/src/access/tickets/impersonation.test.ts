import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../platform/clock.ts';
import { findUser } from '../../people/users/service.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { someone } from '../testing/signed-in.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const actor = { sub: 'user_support', ticket: 4711 };

/** Changes to how a person signs in: nobody makes them in their name. */
const FORBIDDEN: [method: 'post' | 'patch' | 'delete', path: string, form?: Record<string, string | boolean>][] = [
  ['delete', '/v1/me'],
  ['post', '/v1/me/change_password', { current_password: PASSWORD, new_password: 'amber window 9 forest' }],
  ['post', '/v1/me/remove_password', { current_password: PASSWORD }],
  ['post', '/v1/me/email_addresses', { email_address: 'mine@example.com' }],
  ['delete', '/v1/me/email_addresses/:email_id'],
  ['post', '/v1/me/email_addresses/:email_id/prepare_verification', { strategy: 'email_code' }],
  ['post', '/v1/me/email_addresses/:email_id/attempt_verification', { code: '424242' }],
  ['post', '/v1/me/phone_numbers', { phone_number: '+12015550170' }],
  ['patch', '/v1/me/phone_numbers/:phone_number_id', { reserved_for_second_factor: true }],
  ['delete', '/v1/me/phone_numbers/:phone_number_id'],
  ['post', '/v1/me/phone_numbers/:phone_number_id/prepare_verification', { strategy: 'phone_code' }],
  ['post', '/v1/me/phone_numbers/:phone_number_id/attempt_verification', { code: '424242' }],
  ['post', '/v1/me/web3_wallets', { web3_wallet: '0x2222222222222222222222222222222222222222' }],
  ['delete', '/v1/me/web3_wallets/:web3_wallet_id'],
  ['delete', '/v1/me/organization_memberships/:organization_id'],
  ['post', '/v1/me/web3_wallets/:web3_wallet_id/prepare_verification', { strategy: 'web3_metamask_signature' }],
  ['post', '/v1/me/web3_wallets/:web3_wallet_id/attempt_verification', { signature: '0x00' }],
  ['post', '/v1/me/external_accounts', { strategy: 'oauth_google' }],
  ['delete', '/v1/me/external_accounts/:external_account_id'],
  ['post', '/v1/me/passkeys'],
  ['post', '/v1/me/passkeys/:passkey_id/attempt_verification', { public_key_credential: '{}' }],
  ['patch', '/v1/me/passkeys/:passkey_id', { name: 'Mine' }],
  ['delete', '/v1/me/passkeys/:passkey_id'],
  ['post', '/v1/me/totp'],
  ['post', '/v1/me/totp/attempt_verification', { code: '123456' }],
  ['delete', '/v1/me/totp'],
  ['post', '/v1/me/backup_codes'],
  ['post', '/v1/me/sessions/:session_id/revoke'],
];
/** Names (identifiers are refused), metadata and pictures open no door. */
const HARMLESS = ['PATCH /v1/me', 'PATCH /v1/me/metadata', 'POST /v1/me/profile_image', 'DELETE /v1/me/profile_image'];

describe('actor tokens', () => {
  let test: TestInstance;
  let userId: string;
  beforeAll(async () => {
    test = await createTestInstance();
    userId = await someone(test);
  });
  const create = (json: object = {}) => test.bapi('POST', '/v1/actor_tokens', { json: { user_id: userId, actor, ...json } });
  const redeem = (ticket: string, browser: Browser = test.browser()) => browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket });

  it('are made for a user, and can be revoked while pending', async () => {
    const { status, body } = await create();
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: 'actor_token', id: expect.stringMatching(/^act_/), status: 'pending', user_id: userId, actor });
    expect(body.url).toContain(`/v1/tickets/accept?ticket=${body.token}`);
    const revoke = (id: string, kind = 'actor') => test.bapi('POST', `/v1/${kind}_tokens/${id}/revoke`);
    expect(codeOf(await revoke(body.id, 'sign_in'))).toBe('resource_not_found');
    expect((await revoke(body.id)).body).toMatchObject({ id: body.id, status: 'revoked' });
    expect(codeOf(await revoke(body.id))).toBe('actor_token_cannot_be_revoked_code');
    expect(codeOf(await redeem(body.token))).toBe('actor_token_revoked_code');
  });

  it('name who acts, for known users of this instance, in sign-ins only', async () => {
    expect(codeOf(await create({ user_id: 'user_nobody' }))).toBe('resource_not_found');
    expect((await create({ actor: {} })).status).toBe(422);
    expect(codeOf(await create({ actor: { sub: 'a', long: 'x'.repeat(9000) } }))).toBe('form_param_exceeds_allowed_size');
    expect(codeOf(await create({ session_max_duration_in_seconds: 1e9 }))).toBe('form_param_value_too_large');
    const { token, id } = (await create()).body;
    expect(codeOf(await test.browser().post('/v1/client/sign_ups', { strategy: 'ticket', ticket: token }))).toBe('actor_token_not_in_sign_in_code');
    const other = await createTestInstance();
    expect(codeOf(await other.browser().post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token }))).toBe('ticket_invalid_code');
    expect(codeOf(await other.bapi('POST', `/v1/actor_tokens/${id}/revoke`))).toBe('resource_not_found');
  });

  it('sign in once, for an hour', async () => {
    const { token } = (await create()).body;
    expect((await redeem(token)).body.response.status).toBe('complete');
    expect(codeOf(await redeem(token))).toBe('actor_token_already_used_code');
    const late = (await create()).body;
    await advance(HOUR);
    expect(codeOf(await redeem(late.token))).toBe('ticket_expired_code');
  });

  it('sign others out of the browser that follows their link', async () => {
    const { browser } = await signedIn(test);
    const { token } = (await create()).body;
    expect(codeOf(await redeem(token, browser))).toBe('session_exists');
    const followed = await browser.get('/v1/tickets/accept', { ticket: token });
    expect(followed.status).toBe(303);
    expect(new URL(String(followed.headers['location'])).searchParams.get('__clerk_ticket')).toBe(token);
    expect((await browser.get('/v1/client')).body.response.sessions).toEqual([]);
    expect((await redeem(token, browser)).body.client.sessions[0].user.id).toBe(userId);
  });
});

describe('impersonation', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });
  async function impersonate(json: object = {}) {
    const { userId, browser: own } = await signedIn(test, {});
    const before = await findUser(test.ctx, userId);
    await advance(5 * MINUTE);
    const { token } = (await test.bapi('POST', '/v1/actor_tokens', { json: { user_id: userId, actor, ...json } })).body;
    const browser = test.browser();
    const { body } = await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token });
    const [session] = body.client.sessions;
    return { userId, own, before, browser, session };
  }

  it('shows in the session and in its tokens', async () => {
    const { session, browser, userId } = await impersonate();
    expect(session).toMatchObject({ actor, user: { id: userId } });
    const { body } = await browser.post(`/v1/client/sessions/${session.id}/tokens`);
    expect(decodeJwt(body.jwt)).toMatchObject({ sub: userId, act: actor });
    expect((await test.bapi('GET', `/v1/sessions/${session.id}`)).body.actor).toEqual(actor);
  });

  it('ends after half an hour, or when a server said', async () => {
    const { session, browser } = await impersonate();
    expect(session.expire_at - session.created_at).toBe(30 * MINUTE);
    const { session: short } = await impersonate({ session_max_duration_in_seconds: 60 });
    expect(short.expire_at - short.created_at).toBe(MINUTE);
    await advance(30 * MINUTE);
    expect((await browser.post(`/v1/client/sessions/${session.id}/tokens`)).status).toBe(401);
  });

  it('leaves no trace of sign-in or activity on the user, whose own sessions go on', async () => {
    const { userId, before, browser, session, own } = await impersonate();
    await advance(5 * MINUTE);
    await browser.post(`/v1/client/sessions/${session.id}/touch`);
    const after = await findUser(test.ctx, userId);
    expect([after?.last_sign_in_at, after?.last_active_at]).toEqual([before?.last_sign_in_at, before?.last_active_at]);
    expect((await own.get('/v1/me')).status).toBe(200);
  });

  it('can look, but neither change how the person signs in nor delete them', async () => {
    const { browser } = await impersonate();
    expect((await browser.get('/v1/me')).status).toBe(200);
    for (const [method, path, form] of FORBIDDEN) {
      const answer = await browser[method](path.replace(/:\w+/, 'idn_any'), form);
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 403, 'resource_forbidden']);
    }
    expect((await browser.patch('/v1/me', { username: 'taken_over' })).status).toBe(403);
    expect((await browser.patch('/v1/me', { unsafe_metadata: { seen: true } })).status).toBe(200);
  });

  it('has every change of a person’s own account among those that are refused, or a reason why not', async () => {
    const changes = (await testApp()).routes.filter(({ face, method, path }) => face === 'frontend' && method !== 'GET' && path.startsWith('/v1/me'));
    const known = new Set([...FORBIDDEN.map(([method, path]) => `${method.toUpperCase()} ${path}`), ...HARMLESS]);
    expect(changes.map(({ method, path }) => `${method} ${path}`).filter((change) => !known.has(change))).toEqual([]);
  });

  it('is ended before anyone signs in here again', async () => {
    const { browser, session } = await impersonate();
    const email = `x-${session.id}+clerk_test@example.com`;
    expect(codeOf(await browser.post('/v1/client/sign_ups', { email_address: email, password: PASSWORD }))).toBe('session_creation_not_allowed');
    await browser.post(`/v1/client/sessions/${session.id}/remove`);
    expect((await browser.post('/v1/client/sign_ups', { email_address: email, password: PASSWORD })).status).toBe(200);
  });
});
