import type { Settings } from '../../instances/settings/schema.ts';

/** What a sign-up has been given so far, as far as its requirements go. */
export interface GivenFields {
  email_address: boolean;
  phone_number: boolean;
  username: boolean;
  first_name: boolean;
  last_name: boolean;
  password: boolean;
  legal_accepted: boolean;
  /** An external account has been proved: who comes with one needs no password. */
  externalAccount: boolean;
  emailAddressVerified: boolean;
  phoneNumberVerified: boolean;
}

export interface SignUpFields {
  required: string[];
  optional: string[];
  /** Required and not given yet. */
  missing: string[];
  /** Given, and still to be verified. */
  unverified: string[];
}

const IDENTIFIERS = ['email_address', 'phone_number', 'username'] as const;
const ATTRIBUTES = [...IDENTIFIERS, 'first_name', 'last_name', 'password'] as const;

/**
 * What a sign-up needs, may have and still lacks by an instance's settings. Whatever they say, an
 * account needs some identifier: where none is required and none is given, the first that is
 * enabled is missing.
 */
export function signUpFields({ attributes, sign_up: rules }: Pick<Settings, 'attributes' | 'sign_up'>, given: GivenFields): SignUpFields {
  const required: (keyof GivenFields)[] = ATTRIBUTES.filter((name) => attributes[name].enabled && attributes[name].required);
  const optional = ATTRIBUTES.filter((name) => attributes[name].enabled && !attributes[name].required);
  if (rules.legal_consent_enabled) required.push('legal_accepted');

  const missing: string[] = required.filter((name) => !given[name] && !(name === 'password' && given.externalAccount));
  const anyIdentifier = given.externalAccount || IDENTIFIERS.some((name) => given[name] || missing.includes(name));
  const fallback = IDENTIFIERS.find((name) => attributes[name].enabled);
  if (!anyIdentifier && fallback) missing.unshift(fallback);

  const unverified: string[] = [];
  if (given.email_address && attributes.email_address.verify_at_sign_up && !given.emailAddressVerified) unverified.push('email_address');
  if (given.phone_number && attributes.phone_number.verify_at_sign_up && !given.phoneNumberVerified) unverified.push('phone_number');
  return { required, optional, missing, unverified };
}
