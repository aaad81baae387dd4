import type { BackendPhoneNumberResource } from '@foyer/protocol/schemas/backend/phone-number';
import type { PhoneNumberResource } from '@foyer/protocol/schemas/resources/phone-number';
import { contactVerification } from '../contact-verification.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import type { PhoneNumberRow } from './tables.ts';

/** A phone number on the wire; both APIs show the same. */
export function phoneNumberResource(
  row: PhoneNumberRow,
  verifications: ReadonlyMap<string, VerificationRow>,
  now: Date,
): PhoneNumberResource & BackendPhoneNumberResource {
  return {
    id: row.id,
    object: 'phone_number',
    phone_number: row.phone_number,
    reserved_for_second_factor: row.reserved_for_second_factor,
    default_second_factor: row.default_second_factor,
    reserved: row.reserved,
    // Only strategies that prove a phone number are ever written to one.
    verification: contactVerification(row, verifications, now) as (PhoneNumberResource & BackendPhoneNumberResource)['verification'],
    linked_to: [],
    backup_codes: null,
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
