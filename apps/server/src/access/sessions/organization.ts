import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import { findBelonging } from '../../organizations/memberships/service.ts';
import { CHOOSE_ORGANIZATION, mustChooseOrganization } from './choose-organization.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';

/**
 * Makes an organization the active one of a session, and so does what a session that waits for this waits for.
 *
 * @param wanted its id or slug; empty for the personal account; absent to leave things as they are
 * @throws `organization_not_found_or_unauthorized`, `personal_workspace_not_allowed`
 */
export async function activateOrganization(ctx: Context, session: SessionRow, wanted: string | null | undefined): Promise<SessionRow> {
  if (wanted === undefined) return session;
  if (!wanted) return toPersonalAccount(ctx, session);
  const changed = await tryOrganization(ctx, session, wanted);
  if (!changed) throw apiError('organization_not_found_or_unauthorized');
  return changed;
}

/** The same for a page that is about an organization (organizationSyncOptions): where that cannot be, the session stays where it is. */
export async function inOrganization(ctx: Context, session: SessionRow, wanted: string | null | undefined): Promise<SessionRow> {
  if (wanted) return (await tryOrganization(ctx, session, wanted)) ?? session;
  const mayLeave = wanted !== undefined && !mustChooseOrganization(ctx);
  return mayLeave ? write(ctx, session, null) : session;
}

async function tryOrganization(ctx: Context, session: SessionRow, wanted: string): Promise<SessionRow | null> {
  const belonging = await findBelonging(ctx, wanted, session.user_id);
  return belonging ? write(ctx, session, belonging.organization.id) : null;
}

/** The organization that a session is in, where there are organizations. */
export function activeOrganization({ instance }: Context, { last_active_organization_id: id }: Pick<SessionRow, 'last_active_organization_id'>): string | null {
  return instance.settings.organizations.enabled ? id : null;
}

async function toPersonalAccount(ctx: Context, session: SessionRow): Promise<SessionRow> {
  if (!mustChooseOrganization(ctx)) return write(ctx, session, null);
  // Browsers say what they know with every touch: that there is none yet is no wish.
  if (session.last_active_organization_id === null) return session;
  throw apiError('personal_workspace_not_allowed');
}

async function write(ctx: Context, session: SessionRow, organizationId: string | null): Promise<SessionRow> {
  const tasks = session.tasks.filter((task) => task !== CHOOSE_ORGANIZATION);
  if (session.last_active_organization_id === organizationId && tasks.length === session.tasks.length) return session;
  return (await store.enterOrganization(ctx.db, ctx.instance.id, session.id, { organizationId, task: CHOOSE_ORGANIZATION, at: now(ctx) })) ?? session;
}
