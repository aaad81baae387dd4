import { sql } from 'kysely';
import type { Db, Tables } from '../../platform/database/tables.ts';
import type { PreparedUser } from './prepared-user.ts';
import type { UserImportRow } from './tables.ts';

/** Counts of an import, as they are after a batch. */
export type ImportProgress = Pick<UserImportRow, 'records' | 'imported' | 'rejected' | 'rejects_bytes'>;

export function findImport(db: Db, instanceId: string, fileHash: Buffer): Promise<UserImportRow | undefined> {
  return db.selectFrom('user_imports').selectAll().where('instance_id', '=', instanceId).where('file_hash', '=', fileHash).executeTakeFirst();
}

/** Begins the import of a file, or begins it anew. */
export async function startImport(db: Db, instanceId: string, fileHash: Buffer, format: string, at: Date): Promise<void> {
  const start = { format, records: 0, imported: 0, rejected: 0, rejects_bytes: 0, started_at: at, updated_at: at, finished_at: null };
  await db
    .insertInto('user_imports')
    .values({ instance_id: instanceId, file_hash: fileHash, ...start })
    .onConflict((conflict) => conflict.columns(['instance_id', 'file_hash']).doUpdateSet(start))
    .execute();
}

/** Notes how far an import has come, if it stood where `before` says: otherwise somebody else is at work. */
export async function noteProgress(db: Db, instanceId: string, fileHash: Buffer, before: ImportProgress, after: ImportProgress, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('user_imports')
    .set({ ...after, updated_at: at })
    .where('instance_id', '=', instanceId)
    .where('file_hash', '=', fileHash)
    .where('records', '=', before.records)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function finishImport(db: Db, instanceId: string, fileHash: Buffer, at: Date): Promise<void> {
  await db.updateTable('user_imports').set({ finished_at: at, updated_at: at }).where('instance_id', '=', instanceId).where('file_hash', '=', fileHash).execute();
}

/**
 * Writes users with all that belongs to them.
 *
 * @throws a unique violation when something of theirs is taken
 */
export async function insertUsers(db: Db, instanceId: string, users: readonly PreparedUser[]): Promise<void> {
  // One entry a user, when all that belongs in it is there.
  await sql`set local foyer.directory = 'later'`.execute(db);
  await insertRows(db, 'users', users.map(({ user }) => user));
  await insertRows(db, 'email_addresses', users.flatMap(({ emailAddresses }) => emailAddresses));
  await insertRows(db, 'phone_numbers', users.flatMap(({ phoneNumbers }) => phoneNumbers));
  await insertRows(db, 'web3_wallets', users.flatMap(({ web3Wallets }) => web3Wallets));
  await insertRows(db, 'passkeys', users.flatMap(({ passkeys }) => passkeys));
  await insertRows(db, 'totps', users.flatMap(({ totps }) => totps));
  await insertRows(db, 'backup_codes', users.flatMap(({ backupCodes }) => backupCodes));
  await sql`select refresh_user_directory(${instanceId}, ${users.map(({ user }) => user.id)})`.execute(db);
}

type ImportedTable = 'users' | 'email_addresses' | 'phone_numbers' | 'web3_wallets' | 'passkeys' | 'totps' | 'backup_codes';

/**
 * Writes many rows in one statement, whatever their number: as one JSON text, which the database
 * takes apart by the types of the table. All rows have the columns of the first.
 */
async function insertRows(db: Db, table: ImportedTable, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.map(asText))}::json)`.execute(db);
}

/** Bytes in the database's own writing. */
function asText(row: object): object {
  if (!Object.values(row).some((value) => Buffer.isBuffer(value))) return row;
  return Object.fromEntries(Object.entries(row).map(([column, value]: [string, unknown]) => [column, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value]));
}

/** Which of these values of a column are there already. */
export async function taken(db: Db, instanceId: string, { table, column, values }: Taken): Promise<ReadonlySet<string>> {
  if (values.length === 0) return new Set();
  const { rows } = await sql<{ value: string }>`
    select ${VALUES[`${table}.${column}`] ?? sql.ref(column)} as value from ${sql.table(table)}
    where instance_id = ${instanceId} and ${VALUES[`${table}.${column}`] ?? sql.ref(column)} = any(${values}::text[])
      and ${OWNED.has(column) ? sql<boolean>`(verified_at is not null or reserved)` : sql<boolean>`true`}`.execute(db);
  return new Set(rows.map(({ value }) => value));
}

export interface Taken {
  table: Extract<keyof Tables, ImportedTable>;
  column: string;
  values: readonly string[];
}

/** What is compared where it is not the column itself. */
const VALUES: Readonly<Record<string, ReturnType<typeof sql>>> = { 'users.username': sql`lower(username)` };
/** Several people may claim one of these, but one can own it. */
const OWNED = new Set(['email_address', 'phone_number', 'web3_wallet']);

/** The ids of users in their order, from the one after `after` on. */
export async function idsAfter(db: Db, instanceId: string, after: string, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('users').select('id').where('instance_id', '=', instanceId).where('id', '>', after).orderBy('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** Lets the database count what it holds, so that it plans by what is there now. */
export async function analyze(db: Db): Promise<void> {
  for (const table of ['users', 'user_directory', 'email_addresses', 'phone_numbers', 'web3_wallets']) await sql`analyze ${sql.table(table)}`.execute(db);
}
