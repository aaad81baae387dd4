import type { Settings } from '../../instances/settings/schema.ts';

/** What a sign-up has been given so far, as far as its requirements go. */
export interface GivenFields {
  email_address: boolean;
  phone_number: boolean;
  web3_wallet: boolean;
  username: boolean;
  first_name: boolean;
  last_name: boolean;
  password: boolean;
  legal_accepted: boolean;
  /** An external account has been proved: who comes with one, or with a wallet, needs no password. */
  externalAccount: boolean;
  emailAddressVerified: boolean;
  phoneNumberVerified: boolean;
  web3WalletVerified: boolean;
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
  const optional: (keyof GivenFields)[] = ATTRIBUTES.filter((name) => attributes[name].enabled && !attributes[name].required);
  if (attributes.web3_wallet.enabled) optional.push('web3_wallet');
  if (rules.legal_consent_enabled) required.push('legal_accepted');

  const missing: string[] = required.filter((name) => !given[name] && !(name === 'password' && (given.externalAccount || given.web3_wallet)));
  const anyIdentifier = given.externalAccount || given.web3_wallet || IDENTIFIERS.some((name) => given[name] || missing.includes(name));
  const fallback = IDENTIFIERS.find((name) => attributes[name].enabled);
  if (!anyIdentifier && fallback) missing.unshift(fallback);

  const unverified: string[] = [];
  if (given.email_address && attributes.email_address.verify_at_sign_up && !given.emailAddressVerified) unverified.push('email_address');
  if (given.phone_number && attributes.phone_number.verify_at_sign_up && !given.phoneNumberVerified) unverified.push('phone_number');
  if (given.web3_wallet && !given.web3WalletVerified) unverified.push('web3_wallet');
  return { required, optional, missing, unverified };
}
