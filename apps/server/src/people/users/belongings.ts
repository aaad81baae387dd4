import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

const TABLES = ['phone_numbers', 'web3_wallets', 'external_accounts', 'passkeys', 'totps', 'backup_codes'] as const;

/** What users may have beside an email address, by the table it is in. */
export type Belonging = (typeof TABLES)[number];

/**
 * Which kinds of things any of these users have. Most people have none of most kinds, and asking once
 * what there is costs less than reading every table to find nothing.
 */
export async function belongingsOf(ctx: Context, userIds: readonly string[]): Promise<Record<Belonging, boolean>> {
  const questions = TABLES.map(
    (table) => sql`exists (select from ${sql.table(table)} where instance_id = ${ctx.instance.id} and user_id = any(${[...userIds]}::text[])) as ${sql.ref(table)}`,
  );
  const { rows } = await sql<Record<Belonging, boolean>>`select ${sql.join(questions)}`.execute(ctx.db);
  const [answers] = rows;
  if (!answers) throw new Error('A question without a table has one answer.');
  return answers;
}
