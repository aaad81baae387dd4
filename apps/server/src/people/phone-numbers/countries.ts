import { apiError } from '@foyer/protocol/errors';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Context } from '../../platform/context.ts';
import { isTestIdentity } from '../verifications/service.ts';

/** Two letters of the country whose number this is; `null` where several share its prefix and its digits do not tell. */
export function countryOf(number: string): string | null {
  return parsePhoneNumberFromString(number)?.country ?? null;
}

/** Whether the instance sends anything to numbers of this number's country. Test numbers are sent nothing anyway. */
export function isCountryServed(ctx: Context, number: string): boolean {
  const { allowed_country_codes: allowed, blocked_country_codes: blocked } = ctx.instance.settings.communication;
  if ((allowed === null && blocked.length === 0) || isTestIdentity(ctx.instance, number)) return true;
  const country = countryOf(number);
  if (country === null) return allowed === null;
  return !blocked.includes(country) && (allowed === null || allowed.includes(country));
}

/**
 * Refuses to send a code to a country that is sent nothing: whoever had the number before gets none any more.
 *
 * @throws `unsupported_country_code`
 */
export function requireCountryServed(ctx: Context, number: string): void {
  if (isCountryServed(ctx, number)) return;
  const callingCode = parsePhoneNumberFromString(number)?.countryCallingCode;
  throw apiError('unsupported_country_code', { param: 'phone_number', meta: { alpha2: countryOf(number), country_code: callingCode ?? null } });
}
