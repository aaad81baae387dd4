import { sql } from 'kysely';
import { after, DAY, HOUR, SECOND } from '../../platform/clock.ts';
import type { Platform } from '../../platform/context.ts';
import type { Db } from '../../platform/database/tables.ts';
import { forgetUsedTokens } from '../google-one-tap/service.ts';

/** Attempts can be looked into for this long after they were abandoned or finished. */
const KEPT_FOR = 7 * DAY;

/** Deletes, every hour, the attempts that are over and the verifications that only they needed. */
export function forgetOldAttempts({ jobs, clock, db }: Platform): void {
  jobs.every('forget-old-attempts', HOUR / SECOND, () => deleteOlder(db, after(clock.now(), -KEPT_FOR)));
}

/**
 * Deletes what ended before `before`, in all instances. The verifications of a sign-in or
 * reverification are its own; those of a finished sign-up are the user's by now, and codes that nobody used are nobody's.
 */
export async function deleteOlder(db: Db, before: Date): Promise<void> {
  await sql`
    with gone as (
      delete from sign_ins where abandon_at < ${before}
      returning instance_id, first_factor_verification_id as one, second_factor_verification_id as other
    )
    delete from verifications using gone
    where verifications.instance_id = gone.instance_id and verifications.id in (gone.one, gone.other)`.execute(db);
  await sql`
    with gone as (
      delete from reverifications where created_at < ${before}
      returning instance_id, first_factor_verification_id as one, second_factor_verification_id as other
    )
    delete from verifications using gone
    where verifications.instance_id = gone.instance_id and verifications.id in (gone.one, gone.other)`.execute(db);
  await sql`
    with gone as (
      delete from sign_ups where abandon_at < ${before}
      returning instance_id, created_user_id, email_verification_id as one, phone_verification_id as other, web3_verification_id as third, external_account_verification_id as fourth
    )
    delete from verifications using gone
    where gone.created_user_id is null and verifications.instance_id = gone.instance_id and verifications.id in (gone.one, gone.other, gone.third, gone.fourth)`.execute(db);
  await db.deleteFrom('verifications').where('expires_at', '<', before).where('verified_at', 'is', null).execute();
  await forgetUsedTokens(db, before);
}
