import { contactStore } from '../contact-store.ts';
import type { ContactKind } from '../contacts.ts';
import type { PhoneNumberRow } from './tables.ts';

/** Phone numbers, for the functions of `users/contacts.ts`. */
export const phoneNumbers: ContactKind<PhoneNumberRow> = {
  name: 'phone_number',
  primaryColumn: 'primary_phone_number_id',
  store: contactStore({ table: 'phone_numbers', column: 'phone_number' }),
  value: (row) => row.phone_number,
};
