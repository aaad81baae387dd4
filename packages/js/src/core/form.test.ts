import { expect, it } from 'vitest';
import { camelCaseKeys } from './case.ts';
import { encodeForm } from './form.ts';

it('names parameters in snake_case, repeats arrays, writes objects as JSON and leaves out undefined', () => {
  const form = encodeForm({
    emailAddress: 'a+b@example.com',
    additionalScope: ['one', 'two'],
    unsafeMetadata: { keepCase: true },
    lastName: null,
    legalAccepted: true,
    username: undefined,
  });
  expect([...form]).toEqual([
    ['email_address', 'a+b@example.com'],
    ['additional_scope', 'one'],
    ['additional_scope', 'two'],
    ['unsafe_metadata', '{"keepCase":true}'],
    ['last_name', ''],
    ['legal_accepted', 'true'],
  ]);
});

it('reads factors in camelCase at all depths', () => {
  expect(camelCaseKeys([{ email_address_id: 'idn_1', channels: [{ is_default: true }] }])).toEqual([
    { emailAddressId: 'idn_1', channels: [{ isDefault: true }] },
  ]);
});
