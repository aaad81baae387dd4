import { sql } from 'kysely';
import { MINUTE, SECOND } from '../../platform/clock.ts';
import type { Context, Platform } from '../../platform/context.ts';
import type { Db } from '../../platform/database/tables.ts';

/** Rows an instance may have before they are summed up. */
const ROWS_KEPT = 100;

/** How many users an instance has, whatever their number in constant time. */
export async function countAll(ctx: Context): Promise<number> {
  const { total } = await ctx.db
    .selectFrom('user_counts')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('users'), sql<number>`0`).as('total'))
    .where('instance_id', '=', ctx.instance.id)
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** Sums up, every minute, what many additions and removals have written. */
export function sumUpUserCounts({ jobs, db }: Platform): void {
  jobs.every('sum-up-user-counts', MINUTE / SECOND, () => sumUp(db));
}

/** One statement: whoever counts meanwhile sees the rows or their sum. Two at once share the rows between them. */
export async function sumUp(db: Db): Promise<void> {
  await sql`
    with gone as (
      delete from user_counts
      where instance_id in (select instance_id from user_counts group by instance_id having count(*) > ${ROWS_KEPT})
      returning instance_id, users
    )
    insert into user_counts select instance_id, sum(users) from gone group by instance_id having sum(users) <> 0`.execute(db);
}
