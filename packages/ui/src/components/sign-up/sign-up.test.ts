import { describe, expect, it } from 'vitest';
import { eitherContact, missingFields, startFields } from './fields.ts';
import { submittedValues } from './sign-up-form.tsx';

type Settings = Parameters<typeof startFields>[0];

const settings = (attributes: Record<string, boolean>, consent = false) =>
  ({
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, required]) => [name, { enabled: true, required }])),
    signUp: { legal_consent_enabled: consent },
  }) as unknown as Settings;

describe('startFields', () => {
  it('asks in reading order for what is enabled, and marks what is required', () => {
    const fields = startFields(settings({ password: true, email_address: true, first_name: false, username: false }, true), 'emailAddress', true);
    expect(fields).toEqual([
      { name: 'firstName', required: false },
      { name: 'username', required: false },
      { name: 'emailAddress', required: true },
      { name: 'password', required: true },
      { name: 'legalAccepted', required: true },
    ]);
  });

  it('leaves optional fields out where the layout says so, and optional passwords always', () => {
    const names = startFields(settings({ email_address: true, first_name: false, password: false }), 'emailAddress', false).map(field => field.name);
    expect(names).toEqual(['emailAddress']);
  });

  it('asks for one of email and phone where either will do', () => {
    const either = settings({ email_address: false, phone_number: false });
    expect(eitherContact(either)).toBe(true);
    expect(startFields(either, 'phoneNumber', true)).toEqual([{ name: 'phoneNumber', required: true }]);
    const both = settings({ email_address: true, phone_number: false });
    expect(eitherContact(both)).toBe(false);
    expect(startFields(both, 'emailAddress', true).map(field => field.name)).toEqual(['emailAddress', 'phoneNumber']);
  });
});

it('missingFields translates the server’s list', () => {
  expect(missingFields(['legal_accepted', 'phone_number', 'oauth_google'])).toEqual([
    { name: 'phoneNumber', required: true },
    { name: 'legalAccepted', required: true },
  ]);
});

it('submittedValues sends the shown fields: trimmed, without empty ones, passwords untouched', () => {
  const values = { firstName: ' ', lastName: 'x', username: '', emailAddress: ' a@x.test ', phoneNumber: '', password: ' pass word ', legalAccepted: 'true' };
  const fields = (['firstName', 'emailAddress', 'password', 'legalAccepted'] as const).map(name => ({ name, required: true }));
  expect(submittedValues(values, fields)).toEqual({ emailAddress: 'a@x.test', password: ' pass word ', legalAccepted: true });
});
