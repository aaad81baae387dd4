import { apiError } from '@foyer/protocol/errors';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Settings } from '../instances/settings/schema.ts';

/** What a person may be found by. */
export interface Identifier {
  kind: 'email_address' | 'phone_number' | 'web3_wallet' | 'username';
  /** Normalised: email addresses, wallets and usernames in lower case, phone numbers as E.164. */
  value: string;
}

const EMAIL_MAX = 254;
const LOCAL_PART_MAX = 64;
/** Dot-atoms of RFC 5322 §3.2.3 before the @, a host name of RFC 1123 with at least two labels after it. */
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** The form in which an email address is stored and compared; `null` when it is none. */
export function normaliseEmailAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || address.length > EMAIL_MAX || local.length > LOCAL_PART_MAX) return null;
  return LOCAL_PART.test(local) && DOMAIN.test(domain) ? address : null;
}

/**
 * A phone number as E.164; `null` when it is none. Only the length is checked, not the ranges in
 * use: those change often, and the documented test numbers (555-01xx) lie outside them.
 */
export function normalisePhoneNumber(text: string): string | null {
  // In a query string an unescaped `+` arrives as a space.
  const number = text.replace(/^ (?=\d)/, '+').trim();
  const parsed = number.startsWith('+') ? parsePhoneNumberFromString(number) : undefined;
  return parsed?.isPossible() ? parsed.number : null;
}

/** The form in which the address of an Ethereum wallet is stored and compared; `null` when it is none. */
export function normaliseWeb3Wallet(text: string): string | null {
  const wallet = text.trim().toLowerCase();
  return /^0x[0-9a-f]{40}$/.test(wallet) ? wallet : null;
}

/** The form in which usernames are compared. */
export function normaliseUsername(text: string): string {
  return text.trim().toLowerCase();
}

/** What kind of identifier a person typed into the one field of a sign-in form. */
export function identifierKind(text: string): Identifier {
  const emailAddress = normaliseEmailAddress(text);
  if (emailAddress !== null) return { kind: 'email_address', value: emailAddress };
  const phoneNumber = normalisePhoneNumber(text);
  if (phoneNumber !== null) return { kind: 'phone_number', value: phoneNumber };
  const wallet = normaliseWeb3Wallet(text);
  if (wallet !== null) return { kind: 'web3_wallet', value: wallet };
  return { kind: 'username', value: normaliseUsername(text) };
}

/**
 * Normalises an email address that must be one.
 *
 * @throws `form_param_format_invalid`
 */
export function requireEmailAddress(text: string, param = 'email_address'): string {
  const address = normaliseEmailAddress(text);
  if (address === null) throw apiError('form_param_format_invalid', { param, longMessage: 'This is not an email address. Check it for typing errors.' });
  return address;
}

/**
 * Normalises a phone number that must be one.
 *
 * @throws `form_param_format_invalid`
 */
export function requirePhoneNumber(text: string, param = 'phone_number'): string {
  const number = normalisePhoneNumber(text);
  if (number === null) {
    throw apiError('form_param_format_invalid', { param, longMessage: 'This is not a phone number. Write it with its country code, such as +12015550100.' });
  }
  return number;
}

/**
 * Normalises the address of a wallet that must be one.
 *
 * @throws `form_param_format_invalid`
 */
export function requireWeb3Wallet(text: string, param = 'web3_wallet'): string {
  const wallet = normaliseWeb3Wallet(text);
  if (wallet === null) throw apiError('form_param_format_invalid', { param, longMessage: 'This is not a wallet. Its address is 0x and 40 hexadecimal digits.' });
  return wallet;
}

const USERNAME = /^[a-z0-9_-]+$/;
const EXTENDED_USERNAME = /^[a-z0-9_\-^$!.`#+~]+$/;

/**
 * Checks a username against the instance's rules and gives its stored form, which is lower case.
 *
 * @throws `form_username_invalid_length`, `form_username_invalid_character`, `form_username_needs_non_number_char`
 */
export function requireUsername(rules: Settings['username'], text: string, param = 'username'): string {
  const username = normaliseUsername(text);
  if (username.length < rules.min_length || username.length > rules.max_length) {
    throw apiError('form_username_invalid_length', { param, values: { min: rules.min_length, max: rules.max_length } });
  }
  const allowed = rules.allow_extended_special_characters ? EXTENDED_USERNAME : USERNAME;
  if (!allowed.test(username)) throw apiError('form_username_invalid_character', { param });
  if (!rules.allow_numeric_usernames && /^\d+$/.test(username)) throw apiError('form_username_needs_non_number_char', { param });
  return username;
}
