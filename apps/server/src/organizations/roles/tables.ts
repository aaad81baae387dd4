import type { Selectable } from 'kysely';

export interface OrganizationPermissionsTable {
  instance_id: string;
  id: string;
  key: string;
  name: string;
  description: string;
  created_at: Date;
  updated_at: Date;
}

export interface OrganizationRolesTable {
  instance_id: string;
  id: string;
  key: string;
  name: string;
  description: string;
  created_at: Date;
  updated_at: Date;
}

export interface OrganizationRolePermissionsTable {
  instance_id: string;
  role_id: string;
  permission_id: string;
}

export type PermissionRow = Selectable<OrganizationPermissionsTable>;
export type RoleRow = Selectable<OrganizationRolesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    organization_permissions: OrganizationPermissionsTable;
    organization_roles: OrganizationRolesTable;
    organization_role_permissions: OrganizationRolePermissionsTable;
  }
}
