import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../platform/clock.ts';
import { address, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { timeTravel } from '../testing/travel.ts';
import { invitationStatus } from './status.ts';

const advance = timeTravel();
const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const PASSWORD = 'violet lantern 7 river';

describe('status of an invitation', () => {
  const at = new Date(1000);
  it.each([
    [null, null, 2000, 'pending'],
    [null, null, 1000, 'expired'],
    [null, at, 2000, 'revoked'],
    [null, at, 500, 'revoked'],
    [at, null, 500, 'accepted'],
  ] as const)('accepted %s, revoked %s, expires %s → %s', (accepted_at, revoked_at, expires, status) => {
    expect(invitationStatus({ accepted_at, revoked_at, expires_at: new Date(expires) }, at)).toBe(status);
  });
});

function roomOf(test: TestInstance) {
  const invite = (email: string, json: object = {}) => test.bapi('POST', '/v1/invitations', { json: { email_address: email, ...json } });
  const ticketOf = (answer: Answer) => new URL(answer.body.url).searchParams.get('ticket') ?? '';
  const signUp = (ticket: string, params: Record<string, string> = {}) => test.browser().post('/v1/client/sign_ups', { strategy: 'ticket', ticket, password: PASSWORD, ...params });
  return { invite, ticketOf, signUp };
}

describe('invitations, for servers', () => {
  let test: TestInstance;
  let room: ReturnType<typeof roomOf>;
  beforeAll(async () => {
    test = await createTestInstance();
    room = roomOf(test);
  });

  it('are created with a link, sent by email, for 30 days', async () => {
    const email = address('new');
    const { status, body } = await room.invite(email.toUpperCase(), { public_metadata: { role: 'editor' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: 'invitation', id: expect.stringMatching(/^inv_/), email_address: email, public_metadata: { role: 'editor' }, revoked: false, status: 'pending' });
    expect(body.expires_at - body.created_at).toBe(30 * DAY);
    const message = (await testApp()).messages.get(`${test.instance.id}:${email}`);
    expect(message).toMatchObject({ channel: 'email', template: 'invitation', variables: { link: body.url } });
  });

  it('are sent quietly, shorter and in other words when asked to be', async () => {
    const { messages } = await testApp();
    const quiet = address('quiet');
    const { body } = await room.invite(quiet, { notify: false, expires_in_days: 1 });
    expect(body.expires_at - body.created_at).toBe(DAY);
    expect(messages.has(`${test.instance.id}:${quiet}`)).toBe(false);
    const waited = address('waited');
    await room.invite(waited, { template_slug: 'waitlist_invitation' });
    expect(messages.get(`${test.instance.id}:${waited}`)?.template).toBe('waitlist_invitation');
  });

  it('are refused for addresses that are invited or have an account, unless told to ignore it', async () => {
    const { email } = await signedIn(test);
    expect(codeOf(await room.invite(email))).toBe('form_identifier_exists');
    expect((await room.invite(email, { ignore_existing: true })).status).toBe(200);
    const invited = address('twice');
    await room.invite(invited);
    expect(codeOf(await room.invite(invited))).toBe('duplicate_record');
    expect((await room.invite(invited, { ignore_existing: true })).status).toBe(200);
  });

  it.each([
    ['no email address', { email_address: 'nonsense' }, 'form_param_format_invalid'],
    ['nothing', {}, 'form_param_missing'],
    ['too long a life', { email_address: 'a@example.com', expires_in_days: 366 }, 'form_param_format_invalid'],
    ['a link that runs code', { email_address: 'a@example.com', redirect_url: 'javascript:alert(1)' }, 'prohibited_redirect_url'],
    ['too much metadata', { email_address: 'a@example.com', public_metadata: { long: 'x'.repeat(9000) } }, 'form_param_exceeds_allowed_size'],
  ])('are refused with %s', async (_what, json, code) => {
    const answer = await test.bapi('POST', '/v1/invitations', { json });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(codeOf(answer)).toBe(code);
  });

  it('are created in bulk, all of them or none', async () => {
    const emails = [address('one'), address('two')];
    const { status, body } = await test.bapi('POST', '/v1/invitations/bulk', { json: emails.map((email_address) => ({ email_address })) });
    expect(status).toBe(200);
    expect(body.map((one: { email_address: string }) => one.email_address)).toEqual(emails);
    const fresh = address('fresh');
    const refused = await test.bapi('POST', '/v1/invitations/bulk', { json: [{ email_address: fresh }, { email_address: emails[0] }] });
    expect(codeOf(refused)).toBe('duplicate_record');
    const { email } = await signedIn(test);
    expect(codeOf(await test.bapi('POST', '/v1/invitations/bulk', { json: [{ email_address: email, ignore_existing: true }] }))).toBe('form_identifier_exists');
    expect((await test.bapi('GET', '/v1/invitations', { query: { query: fresh } })).body).toEqual([]);
    expect((await test.bapi('POST', '/v1/invitations/bulk', { json: [] })).status).toBe(422);
  });

  it('can be revoked once', async () => {
    const { body } = await room.invite(address('revoked'));
    const revoke = () => test.bapi('POST', `/v1/invitations/${body.id}/revoke`);
    expect((await revoke()).body).toMatchObject({ id: body.id, revoked: true, status: 'revoked' });
    expect(codeOf(await revoke())).toBe('invitation_already_revoked');
    expect(codeOf(await test.bapi('POST', '/v1/invitations/inv_none/revoke'))).toBe('resource_not_found');
  });

  it('are never found by another instance', async () => {
    const invited = await room.invite(address('private'));
    const other = await createTestInstance();
    expect(codeOf(await other.bapi('POST', `/v1/invitations/${invited.body.id}/revoke`))).toBe('resource_not_found');
    expect((await other.bapi('GET', '/v1/invitations')).body).toEqual([]);
    expect(codeOf(await other.browser().post('/v1/client/sign_ups', { strategy: 'ticket', ticket: room.ticketOf(invited) }))).toBe('ticket_invalid_code');
  });
});

describe('the list of invitations', () => {
  it('is filtered, ordered and paginated; revoked ones are shown on demand', async () => {
    const test = await createTestInstance();
    const room = roomOf(test);
    const [a, b, c] = [await room.invite('a@example.com'), await room.invite('b@example.com', { expires_in_days: 1 }), await room.invite('c@example.org')];
    await test.bapi('POST', `/v1/invitations/${c.body.id}/revoke`);
    const list = async (query: Record<string, string> = {}) => (await test.bapi('GET', '/v1/invitations', { query })).body;
    const emails = async (query: Record<string, string>) => (await list(query)).map((one: { email_address: string }) => one.email_address[0]).join('');
    expect(await emails({})).toBe('ba');
    expect(await emails({ order_by: 'email_address' })).toBe('ab');
    expect(await emails({ order_by: '-expires_at' })).toBe('ab');
    expect(await emails({ status: 'revoked' })).toBe('c');
    expect(await emails({ query: 'A@EXAMPLE' })).toBe('a');
    expect(await emails({ query: b.body.id })).toBe('b');
    expect(await list({ paginated: 'true', limit: '1' })).toMatchObject({ data: [{ id: b.body.id }], total_count: 2 });
    expect(codeOf(await test.bapi('GET', '/v1/invitations', { query: { order_by: 'status' } }))).toBe('form_param_value_invalid');
    await advance(2 * DAY);
    expect(await emails({ status: 'expired' })).toBe('b');
    expect(await emails({ status: 'pending' })).toBe('a');
    expect(a.body.status).toBe('pending');
  });
});

describe('the link of an invitation', () => {
  let test: TestInstance;
  let room: ReturnType<typeof roomOf>;
  beforeAll(async () => {
    test = await createTestInstance();
    room = roomOf(test);
  });
  const follow = async (ticket: string) => {
    const answer = await test.browser().get('/v1/tickets/accept', { ticket });
    if (answer.status !== 303) return { code: codeOf(answer) };
    const page = new URL(String(answer.headers['location']));
    return { page: page.origin + page.pathname, ...Object.fromEntries(page.searchParams) };
  };

  it('leads to the sign-up page, or where the server wants it to lead', async () => {
    const ticket = room.ticketOf(await room.invite(address('page')));
    expect(await follow(ticket)).toEqual({ page: expect.stringMatching(/\/portal\/sign-up$/), __clerk_status: 'sign_up', __clerk_ticket: ticket });
    const own = room.ticketOf(await room.invite(address('own'), { redirect_url: 'https://app.example.com/join?from=mail' }));
    expect(await follow(own)).toEqual({ page: 'https://app.example.com/join', from: 'mail', __clerk_status: 'sign_up', __clerk_ticket: own });
  });

  it('leads to sign-in when there is an account by now', async () => {
    const { email } = await signedIn(test);
    const ticket = room.ticketOf(await room.invite(email, { ignore_existing: true }));
    expect(await follow(ticket)).toMatchObject({ page: expect.stringMatching(/\/portal\/sign-in$/), __clerk_status: 'sign_in', __clerk_ticket: ticket });
    expect(codeOf(await room.signUp(ticket))).toBe('invitation_account_exists');
    const browser = test.browser();
    const done = await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket });
    expect(done.body.response.status).toBe('complete');
    expect(await follow(ticket)).toMatchObject({ __clerk_status: 'complete' });
    expect(codeOf(await test.browser().post('/v1/client/sign_ins', { strategy: 'ticket', ticket }))).toBe('invitation_already_accepted');
  });

  it('says so when the invitation is revoked, and leads to an ordinary sign-up when it has expired', async () => {
    const { body } = await room.invite(address('gone'));
    const ticket = new URL(body.url).searchParams.get('ticket') ?? '';
    await test.bapi('POST', `/v1/invitations/${body.id}/revoke`);
    expect(await follow(ticket)).toEqual({ code: 'revoked_invitation' });
    const late = room.ticketOf(await room.invite(address('late'), { expires_in_days: 1 }));
    await advance(DAY + HOUR);
    expect(await follow(late)).toEqual({ page: expect.stringMatching(/\/portal\/sign-up$/) });
    expect(codeOf(await room.signUp(late))).toBe('ticket_expired_code');
  });
});

describe('signing up with an invitation', () => {
  let test: TestInstance;
  let room: ReturnType<typeof roomOf>;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { sign_up: { mode: 'restricted' } } });
    room = roomOf(test);
  });

  it('works where sign-ups are restricted, with the address verified and the metadata carried over', async () => {
    const email = address('invited');
    const invited = await room.invite(email, { public_metadata: { team: 'blue' } });
    const done = await room.signUp(room.ticketOf(invited), { email_address: 'somebody@else.example' });
    expect(done.body.response).toMatchObject({ status: 'complete', email_address: email, public_metadata: { team: 'blue' }, verifications: { email_address: { status: 'verified', strategy: 'ticket' } } });
    const [session] = done.body.client.sessions;
    expect(session.user).toMatchObject({ public_metadata: { team: 'blue' }, email_addresses: [{ email_address: email, verification: { status: 'verified', strategy: 'ticket' } }] });
    const [accepted] = (await test.bapi('GET', '/v1/invitations', { query: { status: 'accepted' } })).body;
    expect(accepted).toMatchObject({ id: invited.body.id, status: 'accepted', revoked: false });
    expect(codeOf(await test.bapi('POST', `/v1/invitations/${invited.body.id}/revoke`))).toBe('invitation_already_accepted');
    expect(codeOf(await room.signUp(room.ticketOf(invited)))).toBe('invitation_already_accepted');
  });

  it('goes on step by step', async () => {
    const browser = test.browser();
    const ticket = room.ticketOf(await room.invite(address('steps')));
    const begun = (await browser.post('/v1/client/sign_ups', { strategy: 'ticket', ticket })).body.response;
    expect(begun).toMatchObject({ status: 'missing_requirements', missing_fields: ['password'], unverified_fields: [] });
    const done = await browser.patch(`/v1/client/sign_ups/${begun.id}`, { password: PASSWORD });
    expect(done.body.response.status).toBe('complete');
  });

  it('counts for the invited address only', async () => {
    const browser = test.browser();
    const ticket = room.ticketOf(await room.invite(address('swap')));
    const { id } = (await browser.post('/v1/client/sign_ups', { strategy: 'ticket', ticket })).body.response;
    expect(codeOf(await browser.patch(`/v1/client/sign_ups/${id}`, { email_address: address('another') }))).toBe('sign_up_mode_restricted');
  });

  it('fails when the invitation was revoked on the way', async () => {
    const browser = test.browser();
    const invited = await room.invite(address('revoked'));
    const { id } = (await browser.post('/v1/client/sign_ups', { strategy: 'ticket', ticket: room.ticketOf(invited) })).body.response;
    await test.bapi('POST', `/v1/invitations/${invited.body.id}/revoke`);
    expect(codeOf(await browser.patch(`/v1/client/sign_ups/${id}`, { password: PASSWORD }))).toBe('revoked_invitation');
    expect(codeOf(await room.signUp(room.ticketOf(invited)))).toBe('revoked_invitation');
  });

  it('makes one account when many try at once', async () => {
    const ticket = room.ticketOf(await room.invite(address('race')));
    const answers = await Promise.all(Array.from({ length: 5 }, () => room.signUp(ticket)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  it('needs an account where the ticket is shown for sign-in', async () => {
    const ticket = room.ticketOf(await room.invite(address('nobody')));
    expect(codeOf(await test.browser().post('/v1/client/sign_ins', { strategy: 'ticket', ticket }))).toBe('invitation_account_not_exists');
  });
});
