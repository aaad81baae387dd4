import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * An address or number as it may be shown to someone who has not proved that it is theirs:
 * `j***@e***.com`, `+1*******00`. What they typed themselves is shown in full.
 *
 * @param typed the identifier of the attempt, normalised
 */
export function safeIdentifier(value: string, typed: string | null): string {
  if (value === typed) return value;
  return value.includes('@') ? maskedEmailAddress(value) : maskedPhoneNumber(value);
}

function maskedEmailAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  const dot = domain.lastIndexOf('.');
  return `${local.charAt(0)}***@${domain.charAt(0)}***${dot < 0 ? '' : domain.slice(dot)}`;
}

function maskedPhoneNumber(number: string): string {
  const callingCode = parsePhoneNumberFromString(number)?.countryCallingCode ?? '';
  const national = number.slice(1 + callingCode.length);
  return `+${callingCode}${'*'.repeat(Math.max(national.length - 2, 0))}${national.slice(-2)}`;
}
