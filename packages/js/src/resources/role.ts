import type { PermissionResource, RoleResource } from '../types/organization.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { plainResource } from './plain.ts';

interface PermissionJSON {
  id: string;
  key: string;
  name: string;
  description: string;
  type: 'system' | 'user';
  created_at: number;
  updated_at: number;
}

export interface RoleJSON {
  id: string;
  key: string;
  name: string;
  description: string;
  permissions: PermissionJSON[];
  created_at: number;
  updated_at: number;
}

/** A role that members of an organization can have. Docs: reference/javascript/types/role. */
export class Role extends Resource<RoleJSON> implements RoleResource {
  pathRoot = '';
  override id = '';
  key = '';
  name = '';
  description = '';
  permissions: PermissionResource[] = [];
  createdAt = new Date(0);
  updatedAt = new Date(0);

  constructor(host: ResourceHost, json: RoleJSON) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: RoleJSON | null): this {
    if (!json) return this;
    const { permissions, created_at: createdAt, updated_at: updatedAt, ...texts } = json;
    Object.assign(this, texts);
    this.permissions = permissions.map(({ created_at, updated_at, ...permission }) =>
      plainResource({ ...permission, createdAt: new Date(created_at), updatedAt: new Date(updated_at) }),
    );
    this.createdAt = new Date(createdAt);
    this.updatedAt = new Date(updatedAt);
    return this;
  }
}
