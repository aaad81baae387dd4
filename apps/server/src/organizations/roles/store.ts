import { sql } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { PermissionRow, RoleRow } from './tables.ts';

export function findByKey(db: Db, instanceId: string, key: string): Promise<RoleRow | undefined> {
  return db.selectFrom('organization_roles').selectAll().where('instance_id', '=', instanceId).where('key', '=', key).executeTakeFirst();
}

/** One page of roles, oldest first. */
export function list(db: Db, instanceId: string, page: { limit: number; offset: number }): Promise<RoleRow[]> {
  return db
    .selectFrom('organization_roles')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .orderBy('created_at')
    .orderBy('key')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function count(db: Db, instanceId: string): Promise<number> {
  const { total } = await db
    .selectFrom('organization_roles')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('instance_id', '=', instanceId)
    .executeTakeFirstOrThrow();
  return total;
}

/** Permissions of roles, each with the role that has it. */
export function permissionsOf(db: Db, instanceId: string, roleIds: readonly string[]): Promise<(PermissionRow & { role_id: string })[]> {
  return db
    .selectFrom('organization_role_permissions as held')
    .innerJoin('organization_permissions as permission', (join) =>
      join.onRef('permission.instance_id', '=', 'held.instance_id').onRef('permission.id', '=', 'held.permission_id'),
    )
    .selectAll('permission')
    .select('held.role_id')
    .where('held.instance_id', '=', instanceId)
    .where('held.role_id', 'in', roleIds)
    .orderBy('permission.key')
    .execute();
}

/** Adds permissions; those whose key is there already stay as they are. */
export async function insertPermissions(db: Db, rows: readonly PermissionRow[]): Promise<void> {
  await db.insertInto('organization_permissions').values(rows).onConflict((on) => on.columns(['instance_id', 'key']).doNothing()).execute();
}

/** Adds roles; those whose key is there already stay as they are. */
export async function insertRoles(db: Db, rows: readonly RoleRow[]): Promise<void> {
  await db.insertInto('organization_roles').values(rows).onConflict((on) => on.columns(['instance_id', 'key']).doNothing()).execute();
}

/** Gives a role permissions that it may have already. */
export async function grant(db: Db, instanceId: string, roleKey: string, permissionKeys: readonly string[]): Promise<void> {
  await sql`
    insert into organization_role_permissions (instance_id, role_id, permission_id)
    select role.instance_id, role.id, permission.id
    from organization_roles role
    join organization_permissions permission on permission.instance_id = role.instance_id and permission.key = any(${[...permissionKeys]}::text[])
    where role.instance_id = ${instanceId} and role.key = ${roleKey}
    on conflict do nothing`.execute(db);
}
