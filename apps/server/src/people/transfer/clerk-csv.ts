import type { UserRecord } from './record.ts';

/** The columns of the dashboard's export, in its order, and then what it leaves out and an import can use. */
const COLUMNS: readonly [name: string, value: (record: UserRecord) => unknown][] = [
  ['id', (record) => record.id],
  ['first_name', (record) => record.first_name],
  ['last_name', (record) => record.last_name],
  ['username', (record) => record.username],
  ['primary_email_address', (record) => record.email_addresses?.find(({ primary }) => primary)?.email_address],
  ['primary_phone_number', (record) => record.phone_numbers?.find(({ primary }) => primary)?.phone_number],
  ['verified_email_addresses', (record) => record.email_addresses?.filter(({ verified }) => verified).map((one) => one.email_address)],
  ['unverified_email_addresses', (record) => record.email_addresses?.filter(({ verified }) => !verified).map((one) => one.email_address)],
  ['verified_phone_numbers', (record) => record.phone_numbers?.filter(({ verified }) => verified).map((one) => one.phone_number)],
  ['unverified_phone_numbers', (record) => record.phone_numbers?.filter(({ verified }) => !verified).map((one) => one.phone_number)],
  ['totp_secret', (record) => record.totp_secret],
  ['password_digest', (record) => record.password_digest],
  ['password_hasher', (record) => record.password_hasher],
  ['external_id', (record) => record.external_id],
  ['public_metadata', (record) => record.public_metadata],
  ['private_metadata', (record) => record.private_metadata],
  ['unsafe_metadata', (record) => record.unsafe_metadata],
  ['created_at', (record) => (record.created_at == null ? null : new Date(record.created_at).toISOString())],
];

/** The first line of the file. */
export const CSV_HEAD = `${COLUMNS.map(([name]) => name).join(',')}\n`;

/** A user as a row of CSV (RFC 4180). */
export function csvRow(record: UserRecord): string {
  return `${COLUMNS.map(([, value]) => cell(value(record))).join(',')}\n`;
}

function cell(value: unknown): string {
  const text = textOf(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
  return String(value);
}
