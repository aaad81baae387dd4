// What an import has left in the database.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const TABLES = ['users', 'email_addresses', 'user_directory'];

/** How many users an instance has, counted one by one. */
export function countUsers(databaseUrl, slug) {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query('select count(*)::int as count from users where instance_id = (select id from instances where slug = $1)', [slug]);
    return rows[0].count;
  });
}

/**
 * Copies the rows of an instance out, and times how long the server takes to copy them into tables with
 * the same columns and indexes, in one transaction.
 * @returns {Promise<number>} milliseconds
 */
export function copySameRows(databaseUrl, slug) {
  return withClient(databaseUrl, async (client) => {
    // The server reads and writes these files, perhaps as another user than we are.
    const folder = mkdtempSync(join(tmpdir(), 'foyer-copy-'));
    chmodSync(folder, 0o777);
    const { rows } = await client.query('select id from instances where slug = $1', [slug]);
    for (const table of TABLES) {
      await client.query(`create table ${table}_copy (like ${table} including all)`);
      await client.query(`copy (select * from ${table} where instance_id = ${client.escapeLiteral(rows[0].id)}) to ${client.escapeLiteral(fileOf(folder, table))}`);
    }
    const begun = performance.now();
    await client.query('begin');
    for (const table of TABLES) await client.query(`copy ${table}_copy from ${client.escapeLiteral(fileOf(folder, table))}`);
    await client.query('commit');
    const milliseconds = performance.now() - begun;
    for (const table of TABLES) await client.query(`drop table ${table}_copy`);
    rmSync(folder, { recursive: true });
    return milliseconds;
  });
}

function fileOf(folder, table) {
  return join(folder, `${table}.copy`);
}

async function withClient(databaseUrl, work) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
