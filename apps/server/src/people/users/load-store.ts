import { sql, type RawBuilder } from 'kysely';
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

/** Finds users by their ids, in no order, with what belongs to them. */
export function loadByIds(db: Db, instanceId: string, ids: readonly string[]): Promise<LoadedUsers> {
  return load(db, instanceId, sql`${[...ids]}::text[]`);
}

/** Finds the user whom an identifier signs in, if any: contacts count only when they are verified or reserved. */
export function loadByIdentifier(db: Db, instanceId: string, { kind, value }: Identifier): Promise<LoadedUsers> {
  return load(
    db,
    instanceId,
    kind === 'username'
      ? sql`array(select id from users where instance_id = ${instanceId} and lower(username) = ${value.toLowerCase()})`
      : sql`array(select user_id from ${sql.table(CONTACTS[kind])} where instance_id = ${instanceId} and ${sql.ref(kind)} = ${value} and (verified_at is not null or reserved))`,
  );
}

const CONTACTS = { email_address: 'email_addresses', phone_number: 'phone_numbers', web3_wallet: 'web3_wallets' } as const;

interface Answer extends Record<Belonging, boolean> {
  users: JsonRow[] | null;
  emails: JsonRow[] | null;
  verifications: JsonRow[] | null;
}

/**
 * One statement, whoever is wanted: each costs more than what it reads here. Everything is looked for by
 * arrays of ids, for which the database goes to the indexes however many users there are.
 *
 * @param ids an expression of type `text[]`
 */
async function load(db: Db, instanceId: string, ids: RawBuilder<unknown>): Promise<LoadedUsers> {
  const wanted = sql`any ((select ids from wanted)::text[])`;
  const theirs = (table: string) => sql`from ${sql.table(table)} t where t.instance_id = ${instanceId} and t.user_id = ${wanted}`;
  const { rows } = await sql<Answer>`
    with wanted as materialized (select ${ids} as ids)
    select (select json_agg(u) from users u where u.instance_id = ${instanceId} and u.id = ${wanted}) as users,
      (select json_agg(t order by t.created_at, t.id) ${theirs('email_addresses')}) as emails,
      (select json_agg(v) from verifications v where v.instance_id = ${instanceId} and v.id = any (array(select t.verification_id ${theirs('email_addresses')}))) as verifications,
      ${sql.join(RARER.map((table) => sql`exists (select ${theirs(table)}) as ${sql.ref(table)}`))}`.execute(db);
  const [answer] = rows;
  if (!answer) throw new Error('A question without a table has one answer.');
  const { users, emails, verifications, ...has } = answer;
  return { users: rowsFromJson(users), emailAddresses: rowsFromJson(emails), verifications: rowsFromJson(verifications, ['code_hash']), has };
}
