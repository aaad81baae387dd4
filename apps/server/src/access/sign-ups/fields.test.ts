import { describe, expect, it } from 'vitest';
import { completeSettings } from '../../instances/settings/settings.ts';
import type { SettingsPatch } from '../../instances/settings/schema.ts';
import { signUpFields, type GivenFields, type SignUpFields } from './fields.ts';

const NOTHING: GivenFields = {
  email_address: false,
  phone_number: false,
  web3_wallet: false,
  username: false,
  first_name: false,
  last_name: false,
  password: false,
  legal_accepted: false,
  externalAccount: false,
  emailAddressVerified: false,
  phoneNumberVerified: false,
  web3WalletVerified: false,
};
const EMAIL = { email_address: true, emailAddressVerified: true };

const on = () => ({ enabled: true, required: false });
const must = () => ({ enabled: true, required: true });
const off = () => ({ enabled: false, required: false });

const TABLE: readonly [string, SettingsPatch, Partial<GivenFields>, Partial<SignUpFields>][] = [
  ['the defaults need email address and password', {}, {}, { required: ['email_address', 'password'], optional: [], missing: ['email_address', 'password'], unverified: [] }],
  ['what is given is not missing', {}, { ...EMAIL, password: true }, { missing: [], unverified: [] }],
  ['an address is verified', {}, { email_address: true, password: true }, { missing: [], unverified: ['email_address'] }],
  ['unless the settings say otherwise', { attributes: { email_address: { verify_at_sign_up: false } } }, { email_address: true, password: true }, { unverified: [] }],
  ['an optional number is verified when it is given', { attributes: { phone_number: on() } }, { ...EMAIL, password: true, phone_number: true }, { optional: ['phone_number'], missing: [], unverified: ['phone_number'] }],
  ['and not asked for when it is not', { attributes: { phone_number: on() } }, { ...EMAIL, password: true }, { missing: [], unverified: [] }],
  ['names and username are asked for as set', { attributes: { username: must(), first_name: must(), last_name: on() } }, { ...EMAIL, password: true, username: true }, { required: ['email_address', 'username', 'first_name', 'password'], optional: ['last_name'], missing: ['first_name'] }],
  ['consent is asked for as set', { sign_up: { legal_consent_enabled: true } }, { ...EMAIL, password: true }, { required: ['email_address', 'password', 'legal_accepted'], missing: ['legal_accepted'] }],
  ['consent that is given is not missing', { sign_up: { legal_consent_enabled: true } }, { ...EMAIL, password: true, legal_accepted: true }, { missing: [] }],
  ['who comes with an external account needs no password', {}, { ...EMAIL, externalAccount: true }, { missing: [] }],
  ['who comes with a wallet needs no password, but its signature', { attributes: { web3_wallet: { enabled: true }, email_address: on() } }, { web3_wallet: true }, { optional: ['email_address', 'web3_wallet'], missing: [], unverified: ['web3_wallet'] }],
  ['passwords may be off', { attributes: { password: off() } }, EMAIL, { required: ['email_address'], optional: [], missing: [] }],
  ['some identifier there must be', { attributes: { email_address: on(), phone_number: on(), password: on() } }, {}, { required: [], missing: ['email_address'] }],
  ['whichever it is', { attributes: { email_address: on(), phone_number: on(), password: on() } }, { phone_number: true, phoneNumberVerified: true }, { missing: [], unverified: [] }],
];

describe('fields of a sign-up', () => {
  it.each(TABLE)('%s', (_rule, settings, given, expected) => {
    expect(signUpFields(completeSettings(settings), { ...NOTHING, ...given })).toMatchObject(expected);
  });
});
