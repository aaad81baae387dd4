import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { findBelonging } from '../../organizations/memberships/service.ts';
import { organizationImageUrl } from '../../organizations/organizations/service.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { mentions, type Sources } from './shortcodes.ts';

/** What shortcodes can say of the session's organization, and of the person in it. Private metadata are not among it. */
export async function organizationSources(
  ctx: Context,
  template: Json,
  { last_active_organization_id: id, user_id: userId }: Pick<SessionRow, 'last_active_organization_id' | 'user_id'>,
): Promise<Sources> {
  if (id === null || !(mentions(template, 'org') || mentions(template, 'org_membership'))) return {};
  const belonging = await findBelonging(ctx, id, userId);
  if (!belonging) return {};
  const { organization, membership } = belonging;
  return {
    org: {
      id: organization.id,
      name: organization.name,
      slug: organization.slug,
      role: membership.role,
      image_url: organizationImageUrl(ctx, organization),
      has_image: organization.image_id !== null,
      public_metadata: organization.public_metadata,
    },
    org_membership: { role: membership.role, permissions: membership.permissions, public_metadata: membership.public_metadata },
  };
}
