import type { Kysely, Transaction } from 'kysely';

/**
 * Every table of the database. A room adds its own in its `tables.ts`, by declaration merging:
 *
 * ```ts
 * declare module '../../platform/database/tables.ts' {
 *   interface Tables { users: UsersTable }
 * }
 * ```
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the rooms
export interface Tables {}

/** What a query runs on: the database, or the transaction the caller is in. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/** A `jsonb` column that holds an object. */
export type Json = Record<string, unknown>;
