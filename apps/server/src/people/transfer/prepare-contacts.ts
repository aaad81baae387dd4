import { isId } from '@foyer/protocol/ids';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { requireEmailAddress, requirePhoneNumber, requireWeb3Wallet } from '../identifiers.ts';
import { RecordError, type ContactRecord, type UserRecord } from './record.ts';

interface Owner {
  id: string;
  /** Since when the user has what no time of its own is given for. */
  since: Date;
}

/** What is written of every contact. */
interface ContactColumns {
  instance_id: string;
  id: string;
  user_id: string;
  verified_at: Date | null;
  reserved: boolean;
  verification_id: null;
  created_at: Date;
  updated_at: Date;
}

interface Contacts<Row> {
  rows: Row[];
  /** Of the one that is marked as primary, or else of the first that is the user's own, or else of the first. */
  primaryId: string | null;
}

/** @throws `form_param_format_invalid`, RecordError for one that is there twice */
export function prepareEmailAddresses(ctx: Context, owner: Owner, record: UserRecord) {
  return prepared(ctx, owner, 'email_address', record.email_addresses ?? [], (one) => ({ email_address: requireEmailAddress(one.email_address) }));
}

/** @throws as {@link prepareEmailAddresses} */
export function preparePhoneNumbers(ctx: Context, owner: Owner, record: UserRecord) {
  const { rows, primaryId } = prepared(ctx, owner, 'phone_number', record.phone_numbers ?? [], (one) => ({
    phone_number: requirePhoneNumber(one.phone_number),
    reserved_for_second_factor: one.reserved_for_second_factor ?? false,
    default_second_factor: one.default_second_factor ?? false,
  }));
  // Of the numbers that are second factors, one is always the default.
  const factors = rows.filter((row) => row.reserved_for_second_factor && row.verified_at !== null);
  const [chosen] = [...factors.filter((row) => row.default_second_factor), ...factors];
  return { primaryId, rows: rows.map((row) => ({ ...row, default_second_factor: row === chosen })) };
}

/** @throws as {@link prepareEmailAddresses} */
export function prepareWeb3Wallets(ctx: Context, owner: Owner, record: UserRecord) {
  return prepared(ctx, owner, 'web3_wallet', record.web3_wallets ?? [], (one) => ({ web3_wallet: requireWeb3Wallet(one.web3_wallet) }));
}

function prepared<Kind extends 'email_address' | 'phone_number' | 'web3_wallet', From extends ContactRecord, Own extends Record<Kind, string>>(
  ctx: Context,
  owner: Owner,
  kind: Kind,
  contacts: readonly From[],
  own: (contact: From) => Own,
): Contacts<ContactColumns & Own> {
  const rows = contacts.map((contact) => ({ ...columns(ctx, owner, kind, contact), ...own(contact) }));
  const values = rows.map((row) => row[kind]);
  const twice = values.find((value, at) => values.indexOf(value) !== at);
  if (twice !== undefined) throw new RecordError(`The ${kind} ${twice} is there twice.`);
  const marked = rows[contacts.findIndex((contact) => contact.primary === true)];
  const primary = marked ?? rows.find((row) => row.verified_at !== null || row.reserved) ?? rows[0];
  return { rows, primaryId: primary?.id ?? null };
}

function columns(ctx: Context, owner: Owner, kind: 'email_address' | 'phone_number' | 'web3_wallet', contact: ContactRecord): ContactColumns {
  const since = contact.created_at == null ? owner.since : new Date(contact.created_at);
  const provedAt = contact.verified_at == null ? since : new Date(contact.verified_at);
  return {
    instance_id: ctx.instance.id,
    id: isId(kind, contact.id) ? contact.id : newId(ctx, kind),
    user_id: owner.id,
    verified_at: contact.verified ? provedAt : null,
    reserved: contact.reserved ?? false,
    verification_id: null,
    created_at: since,
    updated_at: since,
  };
}
