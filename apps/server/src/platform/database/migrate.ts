import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { DatabaseError } from './errors.ts';
import { ensureExtensions } from './extensions.ts';
import type { DatabaseLog } from './open.ts';
import { refusalOf } from './refusals.ts';
import type { Tables } from './tables.ts';

/** Beside the source and beside the built program alike. */
const MIGRATIONS = new URL('../migrations/', import.meta.url);

const TABLE = 'schema_migrations';

const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/**
 * Brings the database to the shape this program needs, by running the numbered SQL files it has not
 * seen yet, in order and in one transaction. Of several programs starting at once, one does the work.
 * @throws {DatabaseError} `unreadable` when a newer version has been at work here, `unprepared` when an extension is missing
 * @throws when a file fails; the database is then as it was before
 */
export async function migrate(db: Kysely<Tables>, log?: DatabaseLog): Promise<void> {
  const migrations = await readMigrations(MIGRATIONS);
  const applied = await appliedMigrations(db);
  const unknown = applied.find((name) => !migrations[name]);
  if (unknown !== undefined) {
    throw new DatabaseError(
      'unreadable',
      `The database was changed by a newer Foyer (with its migration ${unknown}), and this version cannot work with it. Start the newer version, or restore a backup from before the upgrade.`,
    );
  }
  if (applied.length === Object.keys(migrations).length) return;
  await ensureExtensions(db);

  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Rooms are added in any order and number their files by wing, not by date.
    allowUnorderedMigrations: true,
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  const failed = results.find((result) => result.status === 'Error');
  if (error !== undefined) {
    throw refusalOf(error) ?? new Error(`The migration ${failed?.migrationName ?? ''} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (results.length > 0) log?.info({ migrations: results.map((result) => result.migrationName) }, 'database migrated');
}

/** The migrations that have run. The migrator knows too, but reads the whole catalogue to find out. */
async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const { rows: tables } = await sql<{ present: boolean }>`select to_regclass(${TABLE}) is not null as present`.execute(db);
  if (!tables[0]?.present) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}

/** The migrations in a folder, by name without the extension. */
export async function readMigrations(folder: URL): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const file of (await readdir(folder)).sort()) {
    if (!file.endsWith('.sql')) continue;
    if (!NAME.test(file)) throw new Error(`The migration ${file} is not named like 0001-what-it-adds.sql.`);
    const text = await readFile(new URL(file, folder), 'utf8');
    migrations[file.slice(0, -'.sql'.length)] = {
      async up(db) {
        // Filling a large table takes longer than any request may.
        await sql`set local statement_timeout = 0`.execute(db);
        await sql.raw(text).execute(db);
      },
    };
  }
  return migrations;
}
