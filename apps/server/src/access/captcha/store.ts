import type { Db } from '../../platform/database/tables.ts';
import type { CaptchaProofRow } from './tables.ts';

/** Uses a proof up; `false` when it was used already. */
export async function useUp(db: Db, proof: CaptchaProofRow): Promise<boolean> {
  const inserted = await db
    .insertInto('captcha_proofs')
    .values(proof)
    .onConflict((conflict) => conflict.doNothing())
    .returning('challenge')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Forgets the proofs of all instances that would no longer count anyway. */
export async function deleteExpired(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('captcha_proofs').where('expires_at', '<', now).execute();
}

/** Uses up the check that a client passed since `since`; `false` when there is none. */
export async function takePass(db: Db, instanceId: string, clientId: string, since: Date): Promise<boolean> {
  const taken = await db
    .updateTable('clients')
    .set({ captcha_passed_at: null })
    .where('instance_id', '=', instanceId)
    .where('id', '=', clientId)
    .where('captcha_passed_at', '>=', since)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}
