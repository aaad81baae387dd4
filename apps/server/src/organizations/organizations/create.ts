import { apiError } from '@foyer/protocol/errors';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { newId } from '../../platform/ids.ts';
import { lockedUser } from '../../people/users/service.ts';
import { addMember } from '../memberships/service.ts';
import { lockedOrganization } from './find.ts';
import { slugOf, slugWithSuffix } from './slug.ts';
import * as store from './store.ts';
import type { OrganizationRow } from './tables.ts';

/** Organizations that one person may create at most, whatever they are allowed (organizations/overview). */
const MOST_CREATED = 100;

/** What a new organization is to be. Values are checked already. */
export interface NewOrganization {
  name: string;
  /** One is made from the name when there is none. */
  slug: string | null;
  /** Becomes a member with the creator's role. */
  createdBy: string | null;
  maxAllowedMemberships?: number | null;
  publicMetadata?: Json;
  privateMetadata?: Json;
  createdAt?: Date;
}

/**
 * Creates an organization, with its creator as the first member.
 *
 * @throws `form_identifier_exists` when the slug is taken; `resource_not_found` when the creator is nobody
 */
export function createOrganization(ctx: Context, wanted: NewOrganization): Promise<OrganizationRow> {
  return transaction(ctx, async (ctx) => {
    const { id } = await insert(ctx, wanted);
    await emit(ctx, 'organization.created', { organizationId: id });
    if (wanted.createdBy !== null) await addMember(ctx, { organizationId: id, userId: wanted.createdBy, role: ctx.instance.settings.organizations.creator_role });
    return lockedOrganization(ctx, id);
  });
}

/**
 * Creates an organization as a person does for themselves: as many as they may.
 *
 * @throws `user_create_organization_not_enabled`, `org_creation_limit_exceeded`, and what {@link createOrganization} throws
 */
export function createOwnOrganization(ctx: Context, userId: string, { name, slug }: { name: string; slug: string | null }): Promise<OrganizationRow> {
  return transaction(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId);
    if (!user.create_organization_enabled) throw apiError('user_create_organization_not_enabled');
    const limit = Math.min(user.create_organizations_limit || MOST_CREATED, MOST_CREATED);
    if ((await store.countCreatedBy(ctx.db, ctx.instance.id, userId)) >= limit) throw apiError('org_creation_limit_exceeded');
    return createOrganization(ctx, { name, slug, createdBy: userId });
  });
}

async function insert(ctx: Context, wanted: NewOrganization): Promise<OrganizationRow> {
  const { organizations: settings } = ctx.instance.settings;
  const at = now(ctx);
  const row = {
    instance_id: ctx.instance.id,
    id: newId(ctx, 'organization'),
    name: wanted.name,
    image_id: null,
    public_metadata: wanted.publicMetadata ?? {},
    private_metadata: wanted.privateMetadata ?? {},
    max_allowed_memberships: wanted.maxAllowedMemberships ?? settings.max_allowed_memberships,
    admin_delete_enabled: settings.admin_delete_enabled,
    created_by: wanted.createdBy,
    created_at: wanted.createdAt ?? at,
    updated_at: at,
  };
  const slug = wanted.slug ?? slugOf(wanted.name);
  const inserted = await store.insert(ctx.db, { ...row, slug });
  if (inserted) return inserted;
  if (wanted.slug !== null) throw apiError('form_identifier_exists', { param: 'slug' });
  const other = await store.insert(ctx.db, { ...row, slug: slugWithSuffix(slug) });
  if (!other) throw new Error(`Two random slugs for the same name are alike: ${slug}.`);
  return other;
}
