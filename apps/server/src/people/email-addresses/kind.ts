import { contactStore } from '../contact-store.ts';
import type { ContactKind } from '../contacts.ts';
import type { EmailAddressRow } from './tables.ts';

/** Email addresses, for the functions of `users/contacts.ts`. */
export const emailAddresses: ContactKind<EmailAddressRow> = {
  name: 'email_address',
  primaryColumn: 'primary_email_address_id',
  store: contactStore({ table: 'email_addresses', column: 'email_address' }),
  value: (row) => row.email_address,
};
