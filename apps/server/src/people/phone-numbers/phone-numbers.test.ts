import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { signedIn } from '../testing/people.ts';

const settings = { attributes: { phone_number: { enabled: true, used_for_second_factor: true } }, attack_protection: { reverification: false } };
const errorOf = (answer: Answer) => [answer.status, answer.body.errors?.[0]?.code];

let lastNumber = 200;
/** A test number that nobody in this file has. */
const number = () => `+1${(lastNumber += 1)}5550101`;

let test: TestInstance;
beforeAll(async () => {
  test = await createTestInstance({ settings });
});

describe('one’s own phone numbers', () => {
  it('are added, shown and removed', async () => {
    const { browser } = await signedIn(test);
    const wanted = number();
    const added = await browser.post('/v1/me/phone_numbers/', { phone_number: wanted });
    expect(added.body.response, added.text).toMatchObject({ object: 'phone_number', phone_number: wanted, verification: null });
    const path = `/v1/me/phone_numbers/${added.body.response.id}`;
    expect((await browser.get(path)).body.response).toEqual(added.body.response);
    const removed = await browser.delete(path);
    expect(removed.body.response).toEqual({ object: 'phone_number', id: added.body.response.id, deleted: true });
    expect(removed.body.client.sessions[0].user.phone_numbers).toEqual([]);
    expect(errorOf(await browser.get(path))).toEqual([404, 'resource_not_found']);
    expect(errorOf(await browser.delete(path))).toEqual([404, 'resource_not_found']);
  });

  it('are nobody else’s business, here or elsewhere', async () => {
    const [{ browser }, { browser: stranger }] = [await signedIn(test), await signedIn(test)];
    const added = await browser.post('/v1/me/phone_numbers', { phone_number: number() });
    const elsewhere = await createTestInstance({ settings });
    const { browser: foreigner } = await signedIn(elsewhere);
    const path = `/v1/me/phone_numbers/${added.body.response.id}`;
    for (const other of [stranger, foreigner]) {
      expect(errorOf(await other.get(path))).toEqual([404, 'resource_not_found']);
      expect(errorOf(await other.delete(path))).toEqual([404, 'resource_not_found']);
    }
    expect((await browser.get(path)).status).toBe(200);
  });
});

describe('replacing somebody’s phone numbers', () => {
  it('leaves the new one only', async () => {
    const { userId } = await signedIn(test, { phone_number: [number(), number()] });
    const fresh = number();
    const replaced = await test.bapi('PUT', `/v1/users/${userId}/phone_number`, { json: { phone_number: fresh, identification_status: 'verified' } });
    expect(replaced.body, replaced.text).toMatchObject({ object: 'phone_number', phone_number: fresh, verification: { status: 'verified', strategy: 'admin' } });
    const { body: user } = await test.bapi('GET', `/v1/users/${userId}`);
    expect(user.phone_numbers).toEqual([replaced.body]);
    expect(user.primary_phone_number_id).toBe(replaced.body.id);
  });

  it('takes no number that somebody has, and changes nobody of another instance', async () => {
    const taken = number();
    await signedIn(test, { phone_number: [taken] });
    const { userId } = await signedIn(test, { phone_number: [number()] });
    const before = (await test.bapi('GET', `/v1/users/${userId}`)).body.phone_numbers;
    const path = `/v1/users/${userId}/phone_number`;
    expect(errorOf(await test.bapi('PUT', path, { json: { phone_number: taken } }))).toEqual([422, 'form_identifier_exists']);
    const elsewhere = await createTestInstance({ settings });
    expect(errorOf(await elsewhere.bapi('PUT', path, { json: { phone_number: number() } }))).toEqual([404, 'resource_not_found']);
    expect((await test.bapi('GET', `/v1/users/${userId}`)).body.phone_numbers).toEqual(before);
  });
});
