import type { Db } from '../../platform/database/tables.ts';
import type { NewSignInTokenRow, SignInTokenRow, TokenKind } from './tables.ts';

export function insert(db: Db, row: NewSignInTokenRow): Promise<SignInTokenRow> {
  return db.insertInto('sign_in_tokens').values(row).returningAll().executeTakeFirstOrThrow();
}

export function find(db: Db, instanceId: string, id: string, kind: TokenKind): Promise<SignInTokenRow | undefined> {
  return db
    .selectFrom('sign_in_tokens')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('actor', kind === 'actor_token' ? 'is not' : 'is', null)
    .executeTakeFirst();
}

export function findByHash(db: Db, instanceId: string, hash: Buffer): Promise<SignInTokenRow | undefined> {
  return db.selectFrom('sign_in_tokens').selectAll().where('instance_id', '=', instanceId).where('token_hash', '=', hash).executeTakeFirst();
}

/** Uses a pending token: of any number that try at once, one gets it. */
export function use(db: Db, instanceId: string, hash: Buffer, now: Date): Promise<SignInTokenRow | undefined> {
  return db
    .updateTable('sign_in_tokens')
    .set({ used_at: now, updated_at: now })
    .where('instance_id', '=', instanceId)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}

/** Revokes a pending token. */
export function revoke(db: Db, instanceId: string, id: string, kind: TokenKind, now: Date): Promise<SignInTokenRow | undefined> {
  return db
    .updateTable('sign_in_tokens')
    .set({ revoked_at: now, updated_at: now })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('actor', kind === 'actor_token' ? 'is not' : 'is', null)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}
