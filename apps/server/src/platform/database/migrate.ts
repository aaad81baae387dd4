import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { DatabaseLog } from './open.ts';
import type { Tables } from './tables.ts';

/** Beside the source and beside the built program alike. */
const MIGRATIONS = new URL('../migrations/', import.meta.url);

const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/**
 * Brings the database to the shape this program needs, by running the numbered SQL files it has not
 * seen yet, in order and in one transaction. Of several programs starting at once, one does the work.
 * @throws when a file fails; the database is then as it was before
 */
export async function migrate(db: Kysely<Tables>, log?: DatabaseLog): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => readMigrations(MIGRATIONS) },
    // Rooms are added in any order and number their files by wing, not by date.
    allowUnorderedMigrations: true,
    migrationTableName: 'schema_migrations',
    migrationLockTableName: 'schema_migrations_lock',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  const failed = results.find((result) => result.status === 'Error');
  if (error !== undefined) {
    throw new Error(`The migration ${failed?.migrationName ?? ''} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (results.length > 0) log?.info({ migrations: results.map((result) => result.migrationName) }, 'database migrated');
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
