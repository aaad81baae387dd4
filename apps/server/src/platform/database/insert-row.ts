import { CompiledQuery, type Selectable } from 'kysely';
import { UNAWAITED } from './sending-together.ts';
import type { Db, Tables } from './tables.ts';

/** Statements by table. They differ only in whether they are waited for. */
interface Statement {
  columns: readonly string[];
  awaited: string;
  unawaited: string;
}

const statements = new Map<string, Statement>();

/**
 * Inserts a row of which every column is known, by a statement that is written once for each table. Inside a
 * transaction nobody waits for the database to say that it has done so: a later statement fails in its
 * stead. So this is for rows that only a fault can keep out, not for those that may meet a unique one.
 */
export async function insertRow<T extends keyof Tables & string>(db: Db, table: T, row: Selectable<Tables[T]>): Promise<void> {
  const values: Readonly<Record<string, unknown>> = row;
  const statement = statementOf(table, values);
  const text = db.isTransaction ? statement.unawaited : statement.awaited;
  await db.executeQuery(CompiledQuery.raw(text, statement.columns.map((column) => values[column])));
}

function statementOf(table: string, row: object): Statement {
  let statement = statements.get(table);
  if (!statement) {
    // The names of columns come from the types of tables, never from a request.
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    const awaited = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${places})`;
    statements.set(table, (statement = { columns, awaited, unawaited: `${awaited} ${UNAWAITED}` }));
  }
  return statement;
}
