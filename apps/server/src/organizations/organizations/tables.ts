import type { Generated, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface OrganizationsTable {
  instance_id: string;
  id: string;
  name: string;
  slug: string;
  image_id: string | null;
  public_metadata: Generated<Json>;
  private_metadata: Generated<Json>;
  max_allowed_memberships: number;
  members_count: Generated<number>;
  admin_delete_enabled: boolean;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
}

export type OrganizationRow = Selectable<OrganizationsTable>;
export type NewOrganizationRow = Insertable<OrganizationsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    organizations: OrganizationsTable;
  }
}
