import { sql, type RawBuilder, type SqlBool, type Updateable } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { NewOrganizationRow, OrganizationRow, OrganizationsTable } from './tables.ts';

export type OrganizationColumns = Omit<Updateable<OrganizationsTable>, 'instance_id' | 'id' | 'members_count'>;

export function find(db: Db, instanceId: string, id: string): Promise<OrganizationRow | undefined> {
  return db.selectFrom('organizations').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

/** Reads an organization and keeps everyone else from changing it or its memberships until the transaction ends. */
export function findForUpdate(db: Db, instanceId: string, id: string): Promise<OrganizationRow | undefined> {
  return db.selectFrom('organizations').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export function findBySlug(db: Db, instanceId: string, slug: string): Promise<OrganizationRow | undefined> {
  return db.selectFrom('organizations').selectAll().where('instance_id', '=', instanceId).where('slug', '=', slug).executeTakeFirst();
}

export function findMany(db: Db, instanceId: string, ids: readonly string[]): Promise<OrganizationRow[]> {
  return db.selectFrom('organizations').selectAll().where('instance_id', '=', instanceId).where('id', 'in', ids).execute();
}

/** How many organizations that a user created are there still. */
export async function countCreatedBy(db: Db, instanceId: string, userId: string): Promise<number> {
  const { total } = await db
    .selectFrom('organizations')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('instance_id', '=', instanceId)
    .where('created_by', '=', userId)
    .executeTakeFirstOrThrow();
  return total;
}

/** @returns `undefined` when the slug is taken */
export function insert(db: Db, row: NewOrganizationRow): Promise<OrganizationRow | undefined> {
  return db
    .insertInto('organizations')
    .values(row)
    .onConflict((on) => on.columns(['instance_id', 'slug']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** @throws a unique violation of `organizations_slug` */
export function update(db: Db, instanceId: string, id: string, columns: OrganizationColumns): Promise<OrganizationRow | undefined> {
  return db.updateTable('organizations').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirst();
}

export async function addToMembersCount(db: Db, instanceId: string, id: string, change: 1 | -1): Promise<void> {
  await db
    .updateTable('organizations')
    .set({ members_count: sql<number>`members_count + ${change}` })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .execute();
}

export async function remove(db: Db, instanceId: string, id: string): Promise<void> {
  await db.deleteFrom('organizations').where('instance_id', '=', instanceId).where('id', '=', id).execute();
}

export interface OrganizationPage {
  orderBy: 'name' | 'created_at' | 'members_count';
  descending: boolean;
  limit: number;
  offset: number;
}

/** One page of the organizations that a condition on `organizations` lets through. */
export function list(db: Db, instanceId: string, condition: RawBuilder<SqlBool>, page: OrganizationPage): Promise<OrganizationRow[]> {
  const direction = page.descending ? 'desc' : 'asc';
  return db
    .selectFrom('organizations')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where(condition)
    .orderBy(page.orderBy, direction)
    .orderBy('id', direction)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function count(db: Db, instanceId: string, condition: RawBuilder<SqlBool>): Promise<number> {
  const { total } = await db
    .selectFrom('organizations')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('instance_id', '=', instanceId)
    .where(condition)
    .executeTakeFirstOrThrow();
  return total;
}
