import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { emailAddresses } from '../../people/email-addresses/service.ts';
import { address, PASSWORD, signInAgain } from '../../people/testing/people.ts';
import { getContact } from '../../people/users/service.ts';
import { MINUTE } from '../../platform/clock.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const errorOf = (answer: Answer) => [answer.status, answer.body.errors?.[0]?.code];
let test: TestInstance;
beforeAll(async () => {
  test = await createTestInstance({ settings: { attributes: { phone_number: { enabled: true } } } });
});

/** Somebody whose second address is not proved yet. */
async function person() {
  // Not a test address: its codes are sent, and each is another.
  const email = `${randomUUID()}@example.com`;
  const user = await test.bapi('POST', '/v1/users', { json: { email_address: [address('first')], password: PASSWORD } });
  const added = await test.bapi('POST', '/v1/email_addresses', { json: { user_id: user.body.id, email_address: email, verified: false } });
  expect(added.status, added.text).toBe(200);
  return { userId: user.body.id as string, email, path: `/v1/email_addresses/${added.body.id}` };
}

const attempt = (path: string, verification_id: string, code: string) => test.bapi('POST', `${path}/attempt_verification`, { json: { verification_id, code } });
const wrong = (code: string) => (code === '000000' ? '111111' : '000000');

describe('codes that a server sends', () => {
  it('prove an address, once', async () => {
    const { email, path } = await person();
    const prepared = await test.bapi('POST', `${path}/prepare_verification`);
    expect(prepared.body).toEqual({ object: 'verification_otp', id: expect.stringMatching(/^ver/), status: 'unverified', strategy: 'email_code', attempts: 0, expire_at: expect.any(Number) });
    const code = test.lastCode(email);
    expect((await attempt(path, prepared.body.id, wrong(code))).body).toMatchObject({ status: 'unverified', attempts: 1 });
    expect((await test.bapi('GET', path)).body.verification?.status).not.toBe('verified');
    expect((await attempt(path, prepared.body.id, code)).body).toMatchObject({ id: prepared.body.id, status: 'verified', attempts: 2 });
    expect((await test.bapi('GET', path)).body.verification).toMatchObject({ status: 'verified', strategy: 'email_code' });
    expect(errorOf(await attempt(path, prepared.body.id, code))).toEqual([400, 'verification_already_verified']);
  });

  it('prove a number, and go over its channel', async () => {
    const user = await test.bapi('POST', '/v1/users', { json: { email_address: [address('caller')], password: PASSWORD } });
    const phone = await test.bapi('POST', '/v1/phone_numbers', { json: { user_id: user.body.id, phone_number: '+12015550142', verified: false } });
    const path = `/v1/phone_numbers/${phone.body.id}`;
    const { body } = await test.bapi('POST', `${path}/prepare_verification`);
    expect(body).toMatchObject({ status: 'unverified', strategy: 'phone_code', channel: 'sms' });
    expect((await attempt(path, body.id, '424242')).body).toMatchObject({ status: 'verified', channel: 'sms' });
    expect((await test.bapi('GET', path)).body.verification.status).toBe('verified');
  });

  it('leave an address alone that is proved already', async () => {
    const { email, path } = await person();
    await test.bapi('PATCH', path, { json: { verified: true } });
    const { body } = await test.bapi('POST', `${path}/prepare_verification`);
    expect((await attempt(path, body.id, test.lastCode(email))).body.status).toBe('verified');
    expect((await test.bapi('GET', path)).body.verification).toMatchObject({ status: 'verified', strategy: 'admin' });
  });

  it('expire, and die of wrong guesses', async () => {
    const { email, path } = await person();
    const late = (await test.bapi('POST', `${path}/prepare_verification`)).body;
    const lateCode = test.lastCode(email);
    await advance(11 * MINUTE);
    expect((await attempt(path, late.id, lateCode)).body.status).toBe('expired');
    const guessed = (await test.bapi('POST', `${path}/prepare_verification`)).body;
    const code = test.lastCode(email);
    for (let guess = 1; guess <= 5; guess++) await attempt(path, guessed.id, wrong(code));
    expect((await attempt(path, guessed.id, code)).body).toMatchObject({ status: 'failed', attempts: 5 });
  });

  it('are good for their own address only', async () => {
    const [one, other] = [await person(), await person()];
    const { body } = await test.bapi('POST', `${one.path}/prepare_verification`);
    expect(errorOf(await attempt(other.path, body.id, test.lastCode(one.email)))).toEqual([404, 'resource_not_found']);
    expect(errorOf(await attempt(one.path, 'ver_unknown', '424242'))).toEqual([404, 'resource_not_found']);
    expect(errorOf(await test.bapi('POST', '/v1/email_addresses/idn_unknown/prepare_verification'))).toEqual([404, 'resource_not_found']);
  });

  it('are not those that a browser asked for', async () => {
    const { userId, email, path } = await person();
    const browser = await signInAgain(test, userId);
    const id = path.split('/').at(-1) ?? '';
    expect((await browser.post(`/v1/me/email_addresses/${id}/prepare_verification`, { strategy: 'email_code' })).status).toBe(200);
    const { verification_id: theirs } = await getContact(test.ctx, emailAddresses, id);
    expect(errorOf(await attempt(path, theirs ?? '', test.lastCode(email)))).toEqual([404, 'resource_not_found']);
  });

  it('are out of reach of other instances', async () => {
    const { email, path } = await person();
    const { body } = await test.bapi('POST', `${path}/prepare_verification`);
    const other = await createTestInstance();
    expect(errorOf(await other.bapi('POST', `${path}/prepare_verification`))).toEqual([404, 'resource_not_found']);
    const json = { verification_id: body.id, code: test.lastCode(email) };
    expect(errorOf(await other.bapi('POST', `${path}/attempt_verification`, { json }))).toEqual([404, 'resource_not_found']);
  });
});
