import type { PermissionResource, RoleResource } from '@foyer/protocol/schemas/resources/organization';
import { isSystemPermission, MINIMUM_PERMISSIONS, type RoleAggregate } from './service.ts';
import type { PermissionRow } from './tables.ts';

export function roleResource({ role, permissions }: RoleAggregate): RoleResource {
  const held = new Set(permissions.map(({ key }) => key));
  return {
    object: 'role',
    id: role.id,
    name: role.name,
    key: role.key,
    description: role.description,
    is_creator_eligible: MINIMUM_PERMISSIONS.every((key) => held.has(key)),
    permissions: permissions.map(permissionResource),
    created_at: role.created_at.getTime(),
    updated_at: role.updated_at.getTime(),
  };
}

function permissionResource(row: PermissionRow): PermissionResource {
  return {
    object: 'permission',
    id: row.id,
    name: row.name,
    key: row.key,
    description: row.description,
    type: isSystemPermission(row.key) ? 'system' : 'user',
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
