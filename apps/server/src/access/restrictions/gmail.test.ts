import { beforeAll, describe, expect, it } from 'vitest';
import { createUser } from '../../people/users/service.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { signIn } from '../testing/signed-in.ts';

const on = (more: object = {}, protection: object = {}) =>
  createTestInstance({
    settings: {
      attributes: { password: { required: false } },
      restrictions: { ignore_dots_for_gmail_addresses: true, ...more },
      attack_protection: { reverification: false, ...protection },
    },
  });
const codeOf = ({ status, body }: Answer) => (status === 200 ? 'accepted' : `${status} ${body.errors[0].code}`);
const signUp = (test: TestInstance, address: string) => test.browser().post('/v1/client/sign_ups', { email_address: address });
const owner = (test: TestInstance, address: string) => createUser(test.ctx, { emails: [{ address, verified: true }] });
const TAKEN = '403 not_allowed_access';

/** Signs up as far as the proof of the address. */
async function prove(test: TestInstance, address: string): Promise<() => Promise<Answer>> {
  const browser = test.browser();
  const { body } = await browser.post('/v1/client/sign_ups', { email_address: address });
  const path = `/v1/client/sign_ups/${body.response.id}`;
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' });
  return () => browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code: '424242' });
}

describe('Gmail addresses that differ in dots only', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await on();
    await owner(test, 'jane.doe@gmail.com');
  });

  it.each(['janedoe@gmail.com', 'j.a.n.e.doe@gmail.com', 'JaneDoe@googlemail.com'])('cannot sign up twice: %s', async (address) => {
    const refused = await signUp(test, address);
    expect([codeOf(refused), refused.body.errors[0].meta]).toEqual([TAKEN, { param_name: 'email_address' }]);
    expect(codeOf(await signUp(test, 'jane.doe@gmail.com'))).toBe('422 form_identifier_exists');
  });

  it.each(['janedoe@example.com', 'jane-doe@gmail.com', 'janedoe+news@gmail.com', 'janedo@gmail.com'])('are not: %s', async (address) => {
    expect(codeOf(await signUp(test, address))).toBe('accepted');
  });

  it('cannot be added to an account', async () => {
    const { user } = await owner(test, 'someone.else@example.com');
    const browser = test.browser();
    await signIn(test, browser, user.id);
    expect(codeOf(await browser.post('/v1/me/email_addresses', { email_address: 'jane.d.oe@gmail.com' }))).toBe(TAKEN);
    expect(codeOf(await browser.post('/v1/me/email_addresses', { email_address: 'jane.d.o@gmail.com' }))).toBe('accepted');
  });

  it('become one account when both sign up at once', async () => {
    const attempts = await Promise.all(['r.ace+clerk_test@gmail.com', 'ra.ce+clerk_test@gmail.com', 'rac.e+clerk_test@gmail.com'].map((address) => prove(test, address)));
    const codes = (await Promise.all(attempts.map((attempt) => attempt()))).map(codeOf);
    expect(codes.toSorted()).toEqual([TAKEN, TAKEN, 'accepted']);
  });

  it('become one account when two people add them at once', async () => {
    const paths = await Promise.all(
      ['a.dd+clerk_test@gmail.com', 'ad.d+clerk_test@gmail.com'].map(async (address, index) => {
        const { user } = await owner(test, `adder${index}@example.com`);
        const browser = test.browser();
        await signIn(test, browser, user.id);
        const { body } = await browser.post('/v1/me/email_addresses', { email_address: address });
        const path = `/v1/me/email_addresses/${body.response.id}`;
        await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' });
        return () => browser.post(`${path}/attempt_verification`, { code: '424242' });
      }),
    );
    const codes = (await Promise.all(paths.map((attempt) => attempt()))).map(codeOf);
    expect(codes.toSorted()).toEqual([TAKEN, 'accepted']);
  });

  it('count as different where nobody asked for this, and in other instances', async () => {
    const other = await on();
    expect(codeOf(await signUp(other, 'janedoe@gmail.com'))).toBe('accepted');
    const plain = await createTestInstance({ settings: { attributes: { password: { required: false } } } });
    await owner(plain, 'jane.doe@gmail.com');
    expect(codeOf(await signUp(plain, 'janedoe@gmail.com'))).toBe('accepted');
  });

  it('are told apart for nobody under enumeration protection, and open no account', async () => {
    const hiding = await on({}, { enumeration_protection: true });
    await owner(hiding, 'hid.den+clerk_test@gmail.com');
    const attempt = await prove(hiding, 'hidden+clerk_test@gmail.com');
    expect(codeOf(await attempt())).not.toBe('accepted');
    expect((await hiding.bapi('GET', '/v1/users/count')).body.total_count).toBe(1);
  });
});

describe('the lists', () => {
  const list = (test: TestInstance, which: 'allow' | 'block', identifier: string) => test.bapi('POST', `/v1/${which}list_identifiers`, { json: { identifier } });

  it('name every dotting of an address', async () => {
    const test = await on({ blocklist_enabled: true });
    await list(test, 'block', 's.pam@gmail.com');
    for (const address of ['spam@gmail.com', 'sp.am@googlemail.com', 'spa.m+more@gmail.com']) expect(codeOf(await signUp(test, address))).toBe('403 not_allowed_access');
    for (const address of ['spam@example.com', 'spa@gmail.com']) expect(codeOf(await signUp(test, address))).toBe('accepted');
    const strict = await on({ allowlist_enabled: true });
    await list(strict, 'allow', 'guest@gmail.com');
    expect(codeOf(await signUp(strict, 'g.uest@gmail.com'))).toBe('accepted');
    expect(codeOf(await signUp(strict, 'g.uests@gmail.com'))).toBe('403 not_allowed_access');
  });

  it('are set by servers', async () => {
    const test = await createTestInstance();
    const set = async (value: unknown) => (await test.bapi('PATCH', '/v1/instance/restrictions', { json: { ignore_dots_for_gmail_addresses: value } }));
    expect((await set(true)).body.ignore_dots_for_gmail_addresses).toBe(true);
    expect((await test.bapi('PATCH', '/v1/instance/restrictions', { json: { blocklist: true } })).body.ignore_dots_for_gmail_addresses).toBe(true);
    expect((await set('yes')).status).toBe(422);
    expect((await set(false)).body.ignore_dots_for_gmail_addresses).toBe(false);
  });
});
