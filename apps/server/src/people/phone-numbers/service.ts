import type { BackendPhoneNumberResource } from '@foyer/protocol/schemas/backend/phone-number';
import type { PhoneNumberResource } from '@foyer/protocol/schemas/resources/phone-number';
import { now, type Context } from '../../platform/context.ts';
import { proofsOf } from '../contact-verification.ts';
import { phoneNumberResource } from './resource.ts';
import type { PhoneNumberRow } from './tables.ts';

export { countryOf, isCountryServed, requireCountryServed } from './countries.ts';
export { phoneNumbers } from './kind.ts';
export { setDefaultSecondFactor, setReservedForSecondFactor } from './store.ts';

/** Phone numbers with their proofs, on the wire. */
export async function showPhoneNumbers(ctx: Context, rows: readonly PhoneNumberRow[]): Promise<(PhoneNumberResource & BackendPhoneNumberResource)[]> {
  const proofs = await proofsOf(ctx, rows);
  return rows.map((row) => phoneNumberResource(row, proofs, now(ctx)));
}

/** One of them. */
export async function showPhoneNumber(ctx: Context, row: PhoneNumberRow): Promise<PhoneNumberResource & BackendPhoneNumberResource> {
  return phoneNumberResource(row, await proofsOf(ctx, [row]), now(ctx));
}
