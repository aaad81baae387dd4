import { CompiledQuery } from 'kysely';
import { rowsFromJson, type JsonRow } from '../../platform/database/json-rows.ts';
import type { Db } from '../../platform/database/tables.ts';
import type { EmailAddressRow } from '../email-addresses/tables.ts';
import type { Identifier } from '../identifiers.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import type { UserRow } from './tables.ts';

const RARER = ['phone_numbers', 'web3_wallets', 'external_accounts', 'passkeys', 'totps', 'backup_codes'] as const;

/** What users may have beside email addresses, by the table it is in. */
export type Belonging = (typeof RARER)[number];

/** Users with what nearly everyone has. */
export interface LoadedUsers {
  users: UserRow[];
  /** Theirs, oldest first. */
  emailAddresses: EmailAddressRow[];
  /** The proofs of those. */
  verifications: VerificationRow[];
  /** Which kinds of other things any of them have: most people have none of most kinds, and need not be asked for them. */
  has: Record<Belonging, boolean>;
}

/**
 * One statement, whoever is wanted: each costs more than what it reads here. Everything is looked for by
 * arrays of ids, for which the database goes to the indexes however many users there are. It is asked
 * at nearly every request, and therefore written once.
 *
 * @param ids an expression of type `text[]` in which `$1` is the instance and `$2` what is known of them
 */
function loading(ids: string): string {
  const theirs = (table: string) => `from ${table} t where t.instance_id = $1 and t.user_id = any ((select ids from wanted)::text[])`;
  return `with wanted as materialized (select ${ids} as ids)
    select (select json_agg(u) from users u where u.instance_id = $1 and u.id = any ((select ids from wanted)::text[])) as users,
      (select json_agg(t order by t.created_at, t.id) ${theirs('email_addresses')}) as emails,
      (select json_agg(v) from verifications v where v.instance_id = $1 and v.id = any (array(select t.verification_id ${theirs('email_addresses')}))) as verifications,
      ${RARER.map((table) => `exists (select ${theirs(table)}) as ${table}`).join(', ')}`;
}

/** Contacts count only when they are verified or reserved. */
function byContact(table: string, column: string): string {
  return loading(`array(select user_id from ${table} where instance_id = $1 and ${column} = $2 and (verified_at is not null or reserved))`);
}

const BY_IDS = loading('$2::text[]');
const BY_IDENTIFIER: Readonly<Record<Identifier['kind'], string>> = {
  email_address: byContact('email_addresses', 'email_address'),
  phone_number: byContact('phone_numbers', 'phone_number'),
  web3_wallet: byContact('web3_wallets', 'web3_wallet'),
  username: loading('array(select id from users where instance_id = $1 and lower(username) = $2)'),
};

/** Finds users by their ids, in no order, with what belongs to them. */
export function loadByIds(db: Db, instanceId: string, ids: readonly string[]): Promise<LoadedUsers> {
  return load(db, BY_IDS, [instanceId, ids]);
}

/** Finds the user whom an identifier signs in, if any: contacts count only when they are verified or reserved. */
export function loadByIdentifier(db: Db, instanceId: string, { kind, value }: Identifier): Promise<LoadedUsers> {
  return load(db, BY_IDENTIFIER[kind], [instanceId, kind === 'username' ? value.toLowerCase() : value]);
}

interface Answer extends Record<Belonging, boolean> {
  users: JsonRow[] | null;
  emails: JsonRow[] | null;
  verifications: JsonRow[] | null;
}

async function load(db: Db, statement: string, values: readonly unknown[]): Promise<LoadedUsers> {
  const { rows } = await db.executeQuery<Answer>(CompiledQuery.raw(statement, [...values]));
  const [answer] = rows;
  if (!answer) throw new Error('A question without a table has one answer.');
  const { users, emails, verifications, ...has } = answer;
  return { users: rowsFromJson(users), emailAddresses: rowsFromJson(emails), verifications: rowsFromJson(verifications, ['code_hash']), has };
}
