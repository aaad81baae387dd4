import { apiError } from '@foyer/protocol/errors';
import { now, transaction, type Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { DEFAULT_ROLES, SYSTEM_PERMISSIONS } from './defaults.ts';
import * as store from './store.ts';
import type { PermissionRow, RoleRow } from './tables.ts';

export { isSystemPermission, MINIMUM_PERMISSIONS, type SystemPermission } from './defaults.ts';

/** A role with what it may do. */
export interface RoleAggregate {
  role: RoleRow;
  permissions: PermissionRow[];
}

/**
 * The role of a key, such as `org:admin`.
 *
 * @throws `resource_not_found`
 */
export async function getRole(ctx: Context, key: string): Promise<RoleRow> {
  const find = () => store.findByKey(ctx.db, ctx.instance.id, key);
  const role = (await find()) ?? ((await addDefaults(ctx)) ? await find() : undefined);
  if (!role) throw apiError('resource_not_found', { param: 'role', longMessage: `There is no role ${key}.` });
  return role;
}

/** One page of an instance's roles, with how many there are. */
export async function listRoles(ctx: Context, page: { limit: number; offset: number }): Promise<{ roles: RoleAggregate[]; total: number }> {
  const countAll = () => store.count(ctx.db, ctx.instance.id);
  let total = await countAll();
  if (total === 0) {
    await addDefaults(ctx);
    total = await countAll();
  }
  const rows = await store.list(ctx.db, ctx.instance.id, page);
  const permissions = rows.length === 0 ? [] : await store.permissionsOf(ctx.db, ctx.instance.id, rows.map(({ id }) => id));
  return { roles: rows.map((role) => ({ role, permissions: permissions.filter((one) => one.role_id === role.id) })), total };
}

/**
 * Gives an instance that has no roles the default ones: most never have an organization, so it gets them when it first needs any.
 *
 * @returns whether it did
 */
function addDefaults(ctx: Context): Promise<boolean> {
  return transaction(ctx, async (ctx) => {
    const { id: instanceId } = ctx.instance;
    if ((await store.count(ctx.db, instanceId)) > 0) return false;
    const times = { created_at: now(ctx), updated_at: now(ctx) };
    await store.insertPermissions(ctx.db, SYSTEM_PERMISSIONS.map((one) => ({ instance_id: instanceId, id: newId(ctx, 'permission'), ...one, ...times })));
    const roles = DEFAULT_ROLES.map(({ key, name, description }) => ({ instance_id: instanceId, id: newId(ctx, 'role'), key, name, description, ...times }));
    await store.insertRoles(ctx.db, roles);
    for (const { key, permissions } of DEFAULT_ROLES) await store.grant(ctx.db, instanceId, key, permissions);
    return true;
  });
}
