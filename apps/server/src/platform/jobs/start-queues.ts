import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import { errorCode } from '../database/errors.ts';
import type { Database } from '../database/open.ts';

const LOCK = 'foyer:queues';
const DEADLOCK_DETECTED = '40P01';
const TRIES = 5;

/**
 * Creates pg-boss's tables and the queues that do not exist yet, and gives those that do the options of this version.
 *
 * Nodes that start together would do that at the same time, and take the locks of the same tables in different
 * orders: so they do it one after the other. Against a node at work only trying again helps.
 */
export async function startQueues(boss: PgBoss, database: Database, queues: Iterable<PgBoss.Queue>): Promise<void> {
  await oneNodeAtATime(database, async () => {
    await boss.start();
    const existing = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const queue of queues) {
      await despiteDeadlocks(() => (existing.has(queue.name) ? boss.updateQueue(queue.name, queue) : boss.createQueue(queue.name, queue)));
    }
  });
}

/** Holds a lock beside the task; the task's statements run on other connections of the pool. */
async function oneNodeAtATime({ db, kind }: Database, task: () => Promise<void>): Promise<void> {
  // The embedded database has one node, and one connection.
  if (kind === 'pglite') return task();
  await db.transaction().execute(async (locked) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))`.execute(locked);
    await task();
  });
}

async function despiteDeadlocks(statement: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await statement();
    } catch (error) {
      if (errorCode(error) !== DEADLOCK_DETECTED || tries === TRIES) throw error;
    }
  }
}
