/**
 * The names of the dashboard's export (a CSV file) for those of the migration script's JSON
 * (docs/schema-fields of clerk/migration-tool), and for the two that older exports used.
 */
const NAMES: Readonly<Record<string, string>> = {
  userId: 'id',
  externalId: 'external_id',
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'primary_email_address',
  emailAddresses: 'verified_email_addresses',
  email_addresses: 'verified_email_addresses',
  unverifiedEmailAddresses: 'unverified_email_addresses',
  phone: 'primary_phone_number',
  phoneNumbers: 'verified_phone_numbers',
  phone_numbers: 'verified_phone_numbers',
  unverifiedPhoneNumbers: 'unverified_phone_numbers',
  password: 'password_digest',
  passwordHasher: 'password_hasher',
  totpSecret: 'totp_secret',
  backupCodes: 'backup_codes',
  publicMetadata: 'public_metadata',
  privateMetadata: 'private_metadata',
  unsafeMetadata: 'unsafe_metadata',
  bypassClientTrust: 'bypass_client_trust',
  createOrganizationEnabled: 'create_organization_enabled',
  createOrganizationsLimit: 'create_organizations_limit',
  deleteSelfEnabled: 'delete_self_enabled',
  createdAt: 'created_at',
  legalAcceptedAt: 'legal_accepted_at',
};

/** An exported user under the names of the dashboard's export; what is empty is left out. */
export function underOneName(raw: object): Record<string, unknown> {
  const named = Object.entries(raw).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(named.map(([name, value]) => [NAMES[name] ?? name, value]));
}
