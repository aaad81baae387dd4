import { sql, type Updateable } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { MembershipRow, NewMembershipRow, OrganizationMembershipsTable } from './tables.ts';

/** A membership with its role and what that allows. */
export interface Membership extends MembershipRow {
  /** Key of the role: `org:admin`. */
  role: string;
  role_name: string;
  /** Keys of all permissions, those of the system among them, sorted. */
  permissions: string[];
}

export type MembershipColumns = Pick<Updateable<OrganizationMembershipsTable>, 'role_id' | 'public_metadata' | 'private_metadata' | 'updated_at'>;

export function find(db: Db, instanceId: string, organizationId: string, userId: string): Promise<Membership | undefined> {
  return withRole(db, instanceId).where('membership.organization_id', '=', organizationId).where('membership.user_id', '=', userId).executeTakeFirst();
}

/** All memberships of users, oldest first. */
export function listOfUsers(db: Db, instanceId: string, userIds: readonly string[]): Promise<Membership[]> {
  return withRole(db, instanceId).where('membership.user_id', 'in', userIds).orderBy('membership.created_at').orderBy('membership.id').execute();
}

/** One page of a user's memberships, newest first. */
export function pageOfUser(db: Db, instanceId: string, userId: string, page: { limit: number; offset: number }): Promise<Membership[]> {
  return withRole(db, instanceId)
    .where('membership.user_id', '=', userId)
    .orderBy('membership.created_at', 'desc')
    .orderBy('membership.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countOfUser(db: Db, instanceId: string, userId: string): Promise<number> {
  const { total } = await db
    .selectFrom('organization_memberships')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('instance_id', '=', instanceId)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return total;
}

/** Memberships by id. */
export function findMany(db: Db, instanceId: string, ids: readonly string[]): Promise<Membership[]> {
  return withRole(db, instanceId).where('membership.id', 'in', ids).execute();
}

/** @returns `undefined` when the user is a member already */
export function insert(db: Db, row: NewMembershipRow): Promise<MembershipRow | undefined> {
  return db
    .insertInto('organization_memberships')
    .values(row)
    .onConflict((on) => on.columns(['instance_id', 'organization_id', 'user_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function update(db: Db, instanceId: string, id: string, columns: MembershipColumns): Promise<void> {
  await db.updateTable('organization_memberships').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).execute();
}

/** @returns whether it was there */
export async function remove(db: Db, instanceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('organization_memberships').where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** The organizations among these in which some member has all of the permissions. */
export async function withMemberWho(
  db: Db,
  instanceId: string,
  { organizationIds, permissions }: { organizationIds: readonly string[]; permissions: readonly string[] },
): Promise<Set<string>> {
  const { rows } = await sql<{ organization_id: string }>`
    select distinct membership.organization_id from organization_memberships membership
    where membership.instance_id = ${instanceId} and membership.organization_id = any(${[...organizationIds]}::text[])
    and membership.role_id in (
      select held.role_id from organization_role_permissions held
      join organization_permissions permission on permission.instance_id = held.instance_id and permission.id = held.permission_id
      where held.instance_id = ${instanceId} and permission.key = any(${[...permissions]}::text[])
      group by held.role_id having count(*) = ${permissions.length}
    )`.execute(db);
  return new Set(rows.map((row) => row.organization_id));
}

function withRole(db: Db, instanceId: string) {
  return db
    .selectFrom('organization_memberships as membership')
    .innerJoin('organization_roles as role', (join) => join.onRef('role.instance_id', '=', 'membership.instance_id').onRef('role.id', '=', 'membership.role_id'))
    .selectAll('membership')
    .select(['role.key as role', 'role.name as role_name'])
    .select(
      sql<string[]>`array(
        select permission.key from organization_role_permissions held
        join organization_permissions permission on permission.instance_id = held.instance_id and permission.id = held.permission_id
        where held.instance_id = membership.instance_id and held.role_id = membership.role_id order by permission.key
      )`.as('permissions'),
    )
    .where('membership.instance_id', '=', instanceId);
}
