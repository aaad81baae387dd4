import { beforeAll, describe, expect, it } from 'vitest';
import { address } from '../../people/testing/people.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { waitlistEntryStatus } from './status.ts';

const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const PASSWORD = 'violet lantern 7 river';
const inWaitlistMode = () => createTestInstance({ settings: { sign_up: { mode: 'waitlist' } } });

describe('status of a waitlist entry', () => {
  const at = new Date();
  it.each([
    [null, null, null, 'pending'],
    [null, null, at, 'invited'],
    [null, at, at, 'rejected'],
    [null, at, null, 'rejected'],
    [at, at, at, 'completed'],
  ] as const)('completed %s, rejected %s, invited %s → %s', (completed_at, rejected_at, invited_at, status) => {
    expect(waitlistEntryStatus({ completed_at, rejected_at, invited_at })).toBe(status);
  });
});

describe('joining the waitlist', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await inWaitlistMode();
  });
  const join = (email_address: string, on = test) => on.browser().post('/v1/waitlist', { email_address });

  it('gives a place and a confirmation, once', async () => {
    const { messages } = await testApp();
    const email = address('join');
    const { status, body } = await join(email.toUpperCase());
    expect(status).toBe(200);
    expect(body).toEqual({ object: 'waitlist_entry', id: expect.stringMatching(/^wle_/) });
    const key = `${test.instance.id}:${email}`;
    expect(messages.get(key)?.template).toBe('waitlist_confirmation');
    messages.delete(key);
    expect((await join(email)).body.id).toBe(body.id);
    expect(messages.has(key)).toBe(false);
  });

  it('is refused where there is no waitlist, and without an address', async () => {
    const open = await createTestInstance();
    const refused = await join(address('early'), open);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'waitlist_not_accepting_entries']);
    expect(codeOf(await join('nonsense'))).toBe('form_param_format_invalid');
  });

  it('does not open sign-up', async () => {
    const email = address('eager');
    await join(email);
    const refused = await test.browser().post('/v1/client/sign_ups', { email_address: email, password: PASSWORD });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'sign_up_restricted_waitlist']);
  });
});

describe('the waitlist, for servers', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await inWaitlistMode();
  });
  const add = async (email_address = address('wait')) => (await test.bapi('POST', '/v1/waitlist_entries', { json: { email_address } })).body;
  const act = (id: string, verb: string, json?: object) => test.bapi('POST', `/v1/waitlist_entries/${id}/${verb}`, json ? { json } : {});

  it('takes entries, one by one and in bulk', async () => {
    const { messages } = await testApp();
    const entry = await add();
    expect(entry).toMatchObject({ object: 'waitlist_entry', status: 'pending', is_locked: false });
    expect((await add(entry.email_address)).id).toBe(entry.id);
    const quiet = address('quiet');
    const bulk = await test.bapi('POST', '/v1/waitlist_entries/bulk', { json: [{ email_address: entry.email_address }, { email_address: quiet, notify: false }] });
    expect(bulk.body.map((one: { email_address: string }) => one.email_address)).toEqual([entry.email_address, quiet]);
    expect(messages.has(`${test.instance.id}:${quiet}`)).toBe(false);
    const twice = address('twice');
    expect(codeOf(await test.bapi('POST', '/v1/waitlist_entries/bulk', { json: [{ email_address: twice }, { email_address: twice }] }))).toBe('duplicate_record');
    expect((await test.bapi('GET', '/v1/waitlist_entries', { query: { query: twice } })).body).toEqual({ data: [], total_count: 0 });
  });

  it('lets invited people sign up, and knows that they did', async () => {
    const { messages } = await testApp();
    const entry = await add();
    const invited = await act(entry.id, 'invite');
    expect(invited.body).toMatchObject({ id: entry.id, status: 'invited', invitation: { object: 'invitation', status: 'pending', email_address: entry.email_address } });
    const message = messages.get(`${test.instance.id}:${entry.email_address}`);
    expect(message?.template).toBe('waitlist_invitation');
    expect(codeOf(await act(entry.id, 'invite'))).toBe('duplicate_record');
    const ticket = new URL(message?.variables['link'] ?? '').searchParams.get('ticket') ?? '';
    const done = await test.browser().post('/v1/client/sign_ups', { strategy: 'ticket', ticket, password: PASSWORD });
    expect(done.body.response.status).toBe('complete');
    const { data } = (await test.bapi('GET', '/v1/waitlist_entries', { query: { query: entry.id } })).body;
    expect(data).toMatchObject([{ status: 'completed', invitation: { status: 'accepted' } }]);
    for (const verb of ['invite', 'reject']) {
      const refused = await act(entry.id, verb);
      expect([refused.status, codeOf(refused)]).toEqual([409, 'waitlist_entry_already_completed']);
    }
    expect(codeOf(await test.bapi('DELETE', `/v1/waitlist_entries/${entry.id}`))).toBe('waitlist_entry_already_completed');
  });

  it('rejects people, whose invitation is worth nothing then, and can change its mind', async () => {
    const { messages } = await testApp();
    const entry = await add();
    await act(entry.id, 'invite');
    const ticket = new URL(messages.get(`${test.instance.id}:${entry.email_address}`)?.variables['link'] ?? '').searchParams.get('ticket') ?? '';
    expect((await act(entry.id, 'reject')).body).toMatchObject({ status: 'rejected', invitation: { status: 'revoked' } });
    expect((await act(entry.id, 'reject')).body.status).toBe('rejected');
    expect(codeOf(await test.browser().post('/v1/client/sign_ups', { strategy: 'ticket', ticket, password: PASSWORD }))).toBe('revoked_invitation');
    expect((await act(entry.id, 'invite', { ignore_existing: true })).body.status).toBe('invited');
  });

  it('forgets entries that nobody was invited for', async () => {
    const entry = await add();
    expect((await test.bapi('DELETE', `/v1/waitlist_entries/${entry.id}`)).body).toMatchObject({ id: entry.id, deleted: true });
    expect(codeOf(await test.bapi('DELETE', `/v1/waitlist_entries/${entry.id}`))).toBe('resource_not_found');
    const invited = await add();
    await act(invited.id, 'invite');
    expect((await test.bapi('DELETE', `/v1/waitlist_entries/${invited.id}`)).status).toBe(409);
  });

  it('is never seen by another instance', async () => {
    const entry = await add();
    const other = await inWaitlistMode();
    expect((await other.bapi('GET', '/v1/waitlist_entries')).body).toEqual({ data: [], total_count: 0 });
    for (const verb of ['invite', 'reject']) expect(codeOf(await other.bapi('POST', `/v1/waitlist_entries/${entry.id}/${verb}`))).toBe('resource_not_found');
    expect(codeOf(await other.bapi('DELETE', `/v1/waitlist_entries/${entry.id}`))).toBe('resource_not_found');
  });
});

describe('the list of those who wait', () => {
  it('is filtered, ordered and paginated', async () => {
    const test = await inWaitlistMode();
    const ids: Record<string, string> = {};
    for (const name of ['a', 'b', 'c', 'd']) ids[name] = (await test.bapi('POST', '/v1/waitlist_entries', { json: { email_address: `${name}@example.com` } })).body.id;
    await test.bapi('POST', `/v1/waitlist_entries/${ids['b']}/invite`);
    await test.bapi('POST', `/v1/waitlist_entries/${ids['c']}/reject`);
    await test.bapi('POST', '/v1/users', { json: { email_address: ['d@example.com'], password: PASSWORD } });
    const names = async (query: Record<string, string>) => {
      const { data } = (await test.bapi('GET', '/v1/waitlist_entries', { query })).body;
      return data.map((one: { email_address: string }) => one.email_address[0]).join('');
    };
    expect(await names({})).toBe('dcba');
    expect(await names({ order_by: '+email_address', limit: '2', offset: '1' })).toBe('bc');
    for (const [status, name] of [['pending', 'a'], ['invited', 'b'], ['rejected', 'c'], ['completed', 'd']] as const) expect(await names({ status })).toBe(name);
    expect(await names({ query: 'B@EX' })).toBe('b');
    expect(codeOf(await test.bapi('GET', '/v1/waitlist_entries', { query: { order_by: 'id' } }))).toBe('form_param_value_invalid');
  });
});
