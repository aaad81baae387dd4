import type { Updateable } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { NewReverificationRow, ReverificationRow, ReverificationsTable } from './tables.ts';

export type ReverificationColumns = Omit<Updateable<ReverificationsTable>, 'instance_id' | 'id' | 'session_id'>;

export function insert(db: Db, row: NewReverificationRow): Promise<ReverificationRow> {
  return db.insertInto('reverifications').values(row).returningAll().executeTakeFirstOrThrow();
}

/** The newest of a session, if it was started after `since`. */
export function findNewest(db: Db, instanceId: string, sessionId: string, since: Date): Promise<ReverificationRow | undefined> {
  return newest(db, instanceId, sessionId, since).executeTakeFirst();
}

/** Reads the newest of a session and keeps other steps of it waiting until the transaction ends. */
export function findNewestForUpdate(db: Db, instanceId: string, sessionId: string, since: Date): Promise<ReverificationRow | undefined> {
  return newest(db, instanceId, sessionId, since).forUpdate().executeTakeFirst();
}

export function update(db: Db, instanceId: string, id: string, columns: ReverificationColumns): Promise<ReverificationRow> {
  return db.updateTable('reverifications').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

function newest(db: Db, instanceId: string, sessionId: string, since: Date) {
  return db
    .selectFrom('reverifications')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('session_id', '=', sessionId)
    .where('created_at', '>', since)
    .orderBy('id', 'desc')
    .limit(1);
}
