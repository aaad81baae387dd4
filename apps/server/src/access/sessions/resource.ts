import type { BackendSessionResource } from '@foyer/protocol/schemas/backend/session';
import type { ActiveSessionResource, SessionActivityResource, SessionResource, SessionSummaryResource, TokenResource } from '@foyer/protocol/schemas/resources/session';
import { now, type Context } from '../../platform/context.ts';
import { frontendUserResource, publicUserData, type UserAggregate } from '../../people/users/service.ts';
import { factorVerificationAge } from '../tokens/claims.ts';
import { activeOrganization } from './organization.ts';
import { sessionExpiry, sessionStatus } from './status.ts';
import type { SessionRow } from './tables.ts';
import { tasksOf } from './tasks.ts';

/**
 * A session as its own client sees it, with the user it belongs to.
 *
 * @param token a fresh session token, for sessions that are live on the asking client
 */
export function sessionResource(ctx: Context, session: SessionRow, owner: UserAggregate, token: string | null): SessionResource {
  return {
    ...frontendFields(ctx, session),
    last_active_token: token === null ? null : tokenResource(token),
    last_active_organization_id: activeOrganization(ctx, session),
    user: frontendUserResource(owner, ctx),
    public_user_data: publicUserData(owner, ctx),
    factor_verification_age: factorVerificationAge(session, now(ctx)),
    created_at: session.created_at.getTime(),
    updated_at: session.updated_at.getTime(),
  };
}

/** A session without the user it belongs to. */
export function sessionSummaryResource(ctx: Context, session: SessionRow): SessionSummaryResource {
  return {
    ...frontendFields(ctx, session),
    last_active_organization_id: activeOrganization(ctx, session),
    created_at: session.created_at.getTime(),
    updated_at: session.updated_at.getTime(),
  };
}

/** A session in the list of a person's devices. */
export function activeSessionResource(ctx: Context, session: SessionRow): ActiveSessionResource {
  return { ...sessionSummaryResource(ctx, session), latest_activity: sessionActivity(session) };
}

/** A session as servers see it. */
export function backendSessionResource(ctx: Context, session: SessionRow): BackendSessionResource {
  const tasks = tasksOf(session);
  return {
    object: 'session',
    id: session.id,
    user_id: session.user_id,
    client_id: session.client_id,
    actor: session.actor,
    status: sessionStatus(session, now(ctx), ctx.instance.settings.session, tasks ?? []),
    last_active_organization_id: activeOrganization(ctx, session),
    last_active_at: session.last_active_at.getTime(),
    latest_activity: sessionActivity(session),
    expire_at: sessionExpiry(session, ctx.instance.settings.session).getTime(),
    abandon_at: session.abandon_at.getTime(),
    created_at: session.created_at.getTime(),
    updated_at: session.updated_at.getTime(),
    tasks,
  };
}

export function tokenResource(jwt: string): TokenResource {
  return { object: 'token', jwt };
}

function frontendFields(ctx: Context, session: SessionRow) {
  const tasks = tasksOf(session);
  const status = sessionStatus(session, now(ctx), ctx.instance.settings.session, tasks ?? []);
  return {
    id: session.id,
    object: 'session' as const,
    // The Frontend API has no word for a replaced session; it has ended all the same.
    status: status === 'replaced' ? ('ended' as const) : status,
    expire_at: sessionExpiry(session, ctx.instance.settings.session).getTime(),
    abandon_at: session.abandon_at.getTime(),
    last_active_at: session.last_active_at.getTime(),
    last_active_token: null,
    actor: session.actor,
    tasks,
  };
}

/** What is known of the device; unknown parts are left out, as documented. */
function sessionActivity(session: SessionRow): SessionActivityResource {
  return {
    object: 'session_activity',
    id: session.id.replace(/^sess_/, 'activity_'),
    is_mobile: session.is_mobile ?? false,
    ...known('device_type', session.device_type),
    ...known('browser_name', session.browser_name),
    ...known('browser_version', session.browser_version),
    ...known('ip_address', session.ip_address),
    ...known('city', session.city),
    ...known('country', session.country),
  };
}

function known<Name extends string>(name: Name, value: string | null): Partial<Record<Name, string>> {
  return value === null ? {} : ({ [name]: value } as Record<Name, string>);
}
