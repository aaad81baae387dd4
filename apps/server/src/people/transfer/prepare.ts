import { isId } from '@foyer/protocol/ids';
import { now, type Context } from '../../platform/context.ts';
import { unstorableEntry } from '../../platform/http/storable-text.ts';
import { newId } from '../../platform/ids.ts';
import { importedBackupCodes } from '../backup-codes/service.ts';
import { requireUsername } from '../identifiers.ts';
import { requireMetadata } from '../metadata/check.ts';
import { requireDigest } from '../passwords/service.ts';
import { importedTotp } from '../totp/service.ts';
import { checkExternalId, checkLimit, checkLocale, checkName } from '../users/checks.ts';
import { prepareEmailAddresses, preparePhoneNumbers, prepareWeb3Wallets } from './prepare-contacts.ts';
import { preparePasskeys } from './prepare-passkeys.ts';
import type { PreparedUser } from './prepared-user.ts';
import { RecordError, type UserRecord } from './record.ts';

/** Usernames that other systems gave out stay valid, whatever the instance asks of new ones. */
const ANY_USERNAME = { min_length: 1, max_length: 64, allow_extended_special_characters: true, allow_numeric_usernames: true };

/**
 * Checks a record and makes the rows of it. What an instance has switched off is taken along all the
 * same: it does no harm there, and would be lost otherwise.
 *
 * @throws RecordError, or the documented error of the field that is at fault
 */
export function prepareUser(ctx: Context, line: number, record: UserRecord): PreparedUser {
  const unstorable = unstorableEntry(record);
  if (unstorable !== undefined) throw new RecordError(`${unstorable} holds characters that cannot be stored.`);
  const at = now(ctx);
  const createdAt = time(record.created_at) ?? at;
  if (createdAt > at) throw new RecordError('created_at lies in the future.');

  const id = isId('user', record.id) ? record.id : newId(ctx, 'user');
  if (record.id != null && id !== record.id) throw new RecordError(`The id ${record.id} does not have the form of a user’s id. Make it the external_id.`);
  const owner = { id, since: createdAt };
  const emails = prepareEmailAddresses(ctx, owner, record);
  const phones = preparePhoneNumbers(ctx, owner, record);
  const wallets = prepareWeb3Wallets(ctx, owner, record);
  const passkeys = preparePasskeys(ctx, owner, record);
  const totps = record.totp_secret == null ? [] : [importedTotp(ctx, id, record.totp_secret)];
  const secondFactor = totps.length > 0 || phones.rows.some((row) => row.default_second_factor);
  const password = record.password_digest == null ? null : requireDigest(record.password_hasher ?? '(none)', record.password_digest);

  const user = {
    instance_id: ctx.instance.id,
    id,
    external_id: checkExternalId(record.external_id ?? null),
    username: record.username ? requireUsername(ANY_USERNAME, record.username) : null,
    first_name: checkName('first_name', record.first_name ?? null),
    last_name: checkName('last_name', record.last_name ?? null),
    primary_email_address_id: emails.primaryId,
    primary_phone_number_id: phones.primaryId,
    primary_web3_wallet_id: wallets.primaryId,
    password_hash: password?.hash ?? null,
    password_hasher: password?.hasher ?? null,
    password_updated_at: password ? (time(record.password_updated_at) ?? at) : null,
    password_change_required: record.password_change_required ?? false,
    public_metadata: requireMetadata('public_metadata', record.public_metadata ?? {}),
    private_metadata: requireMetadata('private_metadata', record.private_metadata ?? {}),
    unsafe_metadata: requireMetadata('unsafe_metadata', record.unsafe_metadata ?? {}),
    banned_at: time(record.banned_at),
    delete_self_enabled: record.delete_self_enabled ?? true,
    create_organization_enabled: record.create_organization_enabled ?? true,
    create_organizations_limit: checkLimit(record.create_organizations_limit ?? null),
    bypass_client_trust: record.bypass_client_trust ?? false,
    mfa_enabled_at: secondFactor ? at : null,
    legal_accepted_at: time(record.legal_accepted_at),
    last_sign_in_at: time(record.last_sign_in_at),
    last_active_at: time(record.last_active_at),
    locale: checkLocale(record.locale ?? null),
    created_at: createdAt,
    updated_at: time(record.updated_at) ?? at,
  };
  if (record.id == null && user.external_id === null && user.username === null && emails.rows.length + phones.rows.length + wallets.rows.length === 0) {
    throw new RecordError('The record has nothing to tell its user from others: no id, external_id, username, email address, phone number or wallet.');
  }
  // Codes that stand in for nothing would open an account that asks for none.
  const backupCodes = secondFactor && record.backup_codes?.length ? importedBackupCodes(ctx, id, record.backup_codes) : [];
  return { line, user, emailAddresses: emails.rows, phoneNumbers: phones.rows, web3Wallets: wallets.rows, passkeys, totps, backupCodes };
}

function time(milliseconds: number | null | undefined): Date | null {
  return milliseconds == null ? null : new Date(milliseconds);
}
