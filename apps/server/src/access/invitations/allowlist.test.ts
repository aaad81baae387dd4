import { beforeAll, describe, expect, it } from 'vitest';
import { address } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';

const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const PASSWORD = 'violet lantern 7 river';

describe('an invitation, where there is an allowlist', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { restrictions: { allowlist_enabled: true, blocklist_enabled: true } } });
  });

  async function ticketFor(email: string): Promise<string> {
    const { body } = await test.bapi('POST', '/v1/invitations', { json: { email_address: email, notify: false } });
    return new URL(body.url).searchParams.get('ticket') ?? '';
  }
  const allowed = async () => (await test.bapi('GET', '/v1/allowlist_identifiers')).body.map((one: { identifier: string }) => one.identifier);
  const signUp = (browser: Browser, form: Record<string, string>) => browser.post('/v1/client/sign_ups', { password: PASSWORD, ...form });

  it('lets its reader sign up, and in again later: they are on the list then', async () => {
    const email = address('invited');
    expect(codeOf(await signUp(test.browser(), { email_address: email }))).toBe('not_allowed_access');
    const done = await signUp(test.browser(), { ticket: await ticketFor(email) });
    expect(done.body.response.status, done.text).toBe('complete');
    expect(await allowed()).toContain(email);
    expect((await test.browser().post('/v1/client/sign_ins', { identifier: email, password: PASSWORD })).body.response.status).toBe('complete');
  });

  it('lets its reader go on step by step, with the invited address only', async () => {
    const email = address('steps');
    const browser = test.browser();
    const begun = await browser.post('/v1/client/sign_ups', { ticket: await ticketFor(email) });
    expect(begun.body.response.status, begun.text).toBe('missing_requirements');
    const path = `/v1/client/sign_ups/${begun.body.response.id}`;
    expect(codeOf(await browser.patch(path, { email_address: address('other') }))).toBe('not_allowed_access');
    expect((await browser.patch(path, { password: PASSWORD })).body.response.status).toBe('complete');
    expect(await allowed()).toContain(email);
  });

  it('does not open what is blocked, and nothing to whom it is not for', async () => {
    const email = address('blocked');
    const ticket = await ticketFor(email);
    await test.bapi('POST', '/v1/blocklist_identifiers', { json: { identifier: email } });
    expect(codeOf(await signUp(test.browser(), { ticket }))).toBe('not_allowed_access');
    expect(await allowed()).not.toContain(email);
    expect(codeOf(await signUp(test.browser(), { ticket: 'not-a-ticket' }))).toBe('ticket_invalid_code');
  });

  it('lists nobody where there is no such list', async () => {
    const open = await createTestInstance();
    const { body } = await open.bapi('POST', '/v1/invitations', { json: { email_address: address('open'), notify: false } });
    await signUp(open.browser(), { ticket: new URL(body.url).searchParams.get('ticket') ?? '' });
    expect((await open.bapi('GET', '/v1/allowlist_identifiers')).body).toEqual([]);
  });
});
