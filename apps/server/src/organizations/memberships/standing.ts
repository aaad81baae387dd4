import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** What a member is in an organization, as their tokens tell it. */
export interface Standing {
  id: string;
  slug: string;
  /** Key of the role: `org:admin`. */
  role: string;
  /** Keys of the application's own permissions; those of the system are not told in tokens. */
  permissions: string[];
}

/** What a user is in an organization, in one query: every token of a session in an organization asks. `null` for those who are no members. */
export async function findStanding(ctx: Context, organizationId: string, userId: string): Promise<Standing | null> {
  if (!ctx.instance.settings.organizations.enabled) return null;
  const { rows } = await sql<Standing>`
    select organization.id, organization.slug, role.key as role, array(
      select permission.key from organization_role_permissions held
      join organization_permissions permission on permission.instance_id = held.instance_id and permission.id = held.permission_id
      where held.instance_id = role.instance_id and held.role_id = role.id and permission.key not like 'org:sys\\_%' order by permission.key
    ) as permissions
    from organization_memberships membership
    join organizations organization on organization.instance_id = membership.instance_id and organization.id = membership.organization_id
    join organization_roles role on role.instance_id = membership.instance_id and role.id = membership.role_id
    where membership.instance_id = ${ctx.instance.id} and membership.organization_id = ${organizationId} and membership.user_id = ${userId}`.execute(ctx.db);
  return rows[0] ?? null;
}
