import { sql } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { List, ListedIdentifierRow } from './tables.ts';

/** @throws a unique violation when the list has the pattern already */
export function insert(db: Db, row: ListedIdentifierRow): Promise<ListedIdentifierRow> {
  return db.insertInto('listed_identifiers').values(row).returningAll().executeTakeFirstOrThrow();
}

/** Adds a pattern, unless the list has it. */
export async function insertIfMissing(db: Db, row: ListedIdentifierRow): Promise<void> {
  await db.insertInto('listed_identifiers').values(row).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Newest first; all of them without a page. */
export function list(db: Db, instanceId: string, list: List, page?: { limit: number; offset: number }): Promise<ListedIdentifierRow[]> {
  const query = db.selectFrom('listed_identifiers').selectAll().where('instance_id', '=', instanceId).where('list', '=', list).orderBy('id', 'desc');
  return (page ? query.limit(page.limit).offset(page.offset) : query).execute();
}

export async function count(db: Db, instanceId: string, list: List): Promise<number> {
  const { total } = await db
    .selectFrom('listed_identifiers')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('instance_id', '=', instanceId)
    .where('list', '=', list)
    .executeTakeFirstOrThrow();
  return total;
}

/** Those of these patterns that a list has. */
export async function findPatterns(db: Db, instanceId: string, list: List, patterns: readonly string[]): Promise<Set<string>> {
  if (patterns.length === 0) return new Set();
  const rows = await db
    .selectFrom('listed_identifiers')
    .select('pattern')
    .where('instance_id', '=', instanceId)
    .where('list', '=', list)
    .where('pattern', 'in', patterns)
    .execute();
  return new Set(rows.map((row) => row.pattern));
}

/** Those of these undotted Gmail addresses that a list has, however it dots them. */
export async function findUndotted(db: Db, instanceId: string, list: List, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const mailbox = sql<string>`replace(split_part(pattern, '@', 1), '.', '')`;
  const rows = await db
    .selectFrom('listed_identifiers')
    .select(mailbox.as('mailbox'))
    .where('instance_id', '=', instanceId)
    .where('list', '=', list)
    // Written as its index is, or that would not be used.
    .where(sql<boolean>`(pattern like '%@gmail.com' or pattern like '%@googlemail.com')`)
    .where(mailbox, 'in', addresses.map((address) => address.slice(0, address.lastIndexOf('@'))))
    .execute();
  return new Set(rows.map((row) => `${row.mailbox}@gmail.com`));
}

export async function remove(db: Db, instanceId: string, list: List, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('listed_identifiers')
    .where('instance_id', '=', instanceId)
    .where('list', '=', list)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
