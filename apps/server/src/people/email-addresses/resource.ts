import type { BackendEmailAddressResource } from '@foyer/protocol/schemas/backend/email-address';
import type { EmailAddressResource } from '@foyer/protocol/schemas/resources/email-address';
import { contactVerification } from '../contact-verification.ts';
import { isLinked } from '../external-accounts/linked.ts';
import type { ExternalAccountRow } from '../external-accounts/tables.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import type { EmailAddressRow } from './tables.ts';

/**
 * An email address on the wire; both APIs show the same.
 *
 * @param externalAccounts those of its user
 */
export function emailAddressResource(
  row: EmailAddressRow,
  externalAccounts: readonly ExternalAccountRow[],
  verifications: ReadonlyMap<string, VerificationRow>,
  now: Date,
): EmailAddressResource & BackendEmailAddressResource {
  return {
    id: row.id,
    object: 'email_address',
    email_address: row.email_address,
    reserved: row.reserved,
    // Only strategies that prove an email address are ever written to one.
    verification: contactVerification(row, verifications, now) as (EmailAddressResource & BackendEmailAddressResource)['verification'],
    linked_to: externalAccounts.filter((account) => isLinked(row, account)).map(({ provider, identification_id: id }) => ({ type: provider, id })),
    matches_sso_connection: false,
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
