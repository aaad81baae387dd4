import { sql } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';

/** Says whether a number is a second factor. One that is none cannot be the default either. */
export async function setReservedForSecondFactor(db: Db, instanceId: string, id: string, reserved: boolean, at: Date): Promise<void> {
  await db
    .updateTable('phone_numbers')
    .set({ reserved_for_second_factor: reserved, ...(reserved ? {} : { default_second_factor: false }), updated_at: at })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .execute();
}

/** Makes one of a user's numbers the default second factor, and no other. */
export async function setDefaultSecondFactor(db: Db, instanceId: string, userId: string, id: string, at: Date): Promise<void> {
  await db
    .updateTable('phone_numbers')
    .set({ default_second_factor: sql<boolean>`id = ${id}`, updated_at: at })
    .where('instance_id', '=', instanceId)
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('id', '=', id), eb('default_second_factor', '=', true)]))
    .execute();
}
