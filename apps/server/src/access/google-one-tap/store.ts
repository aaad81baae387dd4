import type { Db } from '../../platform/database/tables.ts';

export interface UsedTokensTable {
  instance_id: string;
  hash: Buffer;
  expires_at: Date;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    used_tokens: UsedTokensTable;
  }
}

/** Marks a token as used; `false` when it was already, or another request is just doing so. */
export async function markUsed(db: Db, instanceId: string, hash: Buffer, expiresAt: Date): Promise<boolean> {
  const marked = await db
    .insertInto('used_tokens')
    .values({ instance_id: instanceId, hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .executeTakeFirst();
  return marked !== undefined;
}

/** Forgets, in all instances, what has expired. */
export async function deleteExpired(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('used_tokens').where('expires_at', '<', before).execute();
}
