import { describe, expect, it } from 'vitest';
import { createTestInstance, testApp } from '../../testing/app.ts';
import { PASSWORD } from '../testing/people.ts';

const attributes = { email_address: { required: false }, phone_number: { enabled: true } };

/** What somebody who has these contacts is told when their password is changed. */
async function toldTo(contacts: Record<string, string[]>, communication: { blocked_country_codes?: string[] } = {}) {
  const test = await createTestInstance({ settings: { attributes, communication } });
  const created = await test.bapi('POST', '/v1/users', { json: { ...contacts, password: PASSWORD } });
  expect(created.status, created.text).toBe(200);
  const { messages } = await testApp();
  await test.bapi('PATCH', `/v1/users/${created.body.id}`, { json: { password: 'amber window 9 forest' } });
  return [...messages.entries()].filter(([key]) => key.startsWith(`${test.instance.id}:`)).map(([, { channel, template, to }]) => [channel, template, to]);
}

describe('people whose account changes', () => {
  it('are told by email, and by text message where they have no address', async () => {
    expect(await toldTo({ email_address: ['ada@example.com'], phone_number: ['+4915123456789'] })).toEqual([['email', 'password_changed', 'ada@example.com']]);
    expect(await toldTo({ phone_number: ['+4915123456789'] })).toEqual([['sms', 'password_changed', '+4915123456789']]);
  });

  it('are not told by text message in countries that are sent nothing', async () => {
    expect(await toldTo({ phone_number: ['+4915123456789'] }, { blocked_country_codes: ['DE'] })).toEqual([]);
  });
});
