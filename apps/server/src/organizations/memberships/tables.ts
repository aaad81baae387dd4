import type { Generated, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface OrganizationMembershipsTable {
  instance_id: string;
  id: string;
  organization_id: string;
  user_id: string;
  role_id: string;
  public_metadata: Generated<Json>;
  private_metadata: Generated<Json>;
  created_at: Date;
  updated_at: Date;
}

export type MembershipRow = Selectable<OrganizationMembershipsTable>;
export type NewMembershipRow = Insertable<OrganizationMembershipsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    organization_memberships: OrganizationMembershipsTable;
  }
}
