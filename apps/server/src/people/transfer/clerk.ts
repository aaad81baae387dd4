import { idTimestamp, isId } from '@foyer/protocol/ids';
import { contactsOf } from './clerk-contacts.ts';
import { underOneName } from './clerk-names.ts';
import { flagOf, listOf, metadataOf, numberOf, textOf, timeOf } from './clerk-values.ts';
import { RecordError, type UserRecord } from './record.ts';

/**
 * A user from one of Clerk's exports: a row of the dashboard's CSV, an element of the migration
 * script's JSON, or a user as the Backend API lists them. What we do not know is left out: these files vary.
 *
 * Clerk's own ids stay as they are, so that whatever an app stored under them still fits, and say when
 * the user was created. Another system's become the external id, as the migration script has it.
 *
 * @throws RecordError naming the field that cannot be read
 */
export function fromClerk(value: unknown): UserRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RecordError('The record is not a user.');
  const raw = underOneName(value);
  const givenId = textOf(raw, 'id');
  const id = isId('user', givenId) ? givenId : null;
  const createdAt = timeOf(raw, 'created_at') ?? (id === null ? null : idTimestamp(id));
  const digest = textOf(raw, 'password_digest');
  return {
    id,
    external_id: textOf(raw, 'external_id') ?? (id === null ? givenId : null),
    username: textOf(raw, 'username'),
    first_name: textOf(raw, 'first_name'),
    last_name: textOf(raw, 'last_name'),
    locale: textOf(raw, 'locale'),
    email_addresses: contactsOf(raw, 'email_address').map(({ value, ...contact }) => ({ email_address: value, ...contact })),
    phone_numbers: contactsOf(raw, 'phone_number').map(({ value, ...contact }) => ({ phone_number: value, ...contact })),
    web3_wallets: contactsOf(raw, 'web3_wallet').map(({ value, ...contact }) => ({ web3_wallet: value, ...contact })),
    password_digest: digest,
    // The export names a hasher also where there is no password.
    password_hasher: digest === null ? null : textOf(raw, 'password_hasher'),
    totp_secret: textOf(raw, 'totp_secret'),
    backup_codes: listOf(raw, 'backup_codes').map(String),
    public_metadata: metadataOf(raw, 'public_metadata'),
    private_metadata: metadataOf(raw, 'private_metadata'),
    unsafe_metadata: metadataOf(raw, 'unsafe_metadata'),
    banned_at: flagOf(raw, 'banned') ? (timeOf(raw, 'updated_at') ?? createdAt ?? 0) : null,
    delete_self_enabled: flagOf(raw, 'delete_self_enabled'),
    create_organization_enabled: flagOf(raw, 'create_organization_enabled'),
    create_organizations_limit: numberOf(raw, 'create_organizations_limit'),
    bypass_client_trust: flagOf(raw, 'bypass_client_trust'),
    legal_accepted_at: timeOf(raw, 'legal_accepted_at'),
    last_sign_in_at: timeOf(raw, 'last_sign_in_at'),
    last_active_at: timeOf(raw, 'last_active_at'),
    created_at: createdAt,
  };
}
