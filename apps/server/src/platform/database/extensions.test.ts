import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { freshDatabase } from '../../testing/database.ts';
import { ensureExtensions } from './extensions.ts';

it.skipIf(inject('testDatabase').kind === 'pglite')('says what an administrator has to do when we may not add an extension', async () => {
  const database = await freshDatabase();
  try {
    await database.db.transaction().execute(async (db) => {
      await sql`drop extension pg_trgm cascade`.execute(db);
      await sql`create role foyer_guest`.execute(db);
      await sql`set local role foyer_guest`.execute(db);
      await expect(ensureExtensions(db)).rejects.toMatchObject({ problem: 'unprepared', message: expect.stringContaining('CREATE EXTENSION pg_trgm;') });
      // The role is gone with the transaction.
      throw new Error('enough');
    });
  } catch (error) {
    expect(error).toEqual(new Error('enough'));
  } finally {
    await database.close();
  }
});
