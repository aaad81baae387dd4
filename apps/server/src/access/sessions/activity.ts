import { MINUTE } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { recordActivity as recordUserActivity } from '../../people/users/service.ts';
import * as store from './store.ts';
import { readUserAgent } from './user-agent.ts';
import type { SessionRow } from './tables.ts';

/** Activity is written at most this often. */
const PRECISION = MINUTE;

type ActiveSession = Pick<SessionRow, 'id' | 'user_id' | 'actor'>;

/** What a request tells about the device behind a session. City and country are known where a database of places is configured. */
export function deviceFacts({ http, platform: { places } }: RequestContext) {
  const { city, country } = places.find(http.ip);
  return { ip_address: http.ip, user_agent: http.userAgent, ...readUserAgent(http.userAgent), city, country };
}

/** Whether activity of a session is due to be written down. */
export function isActivityDue(ctx: Context, session: Pick<SessionRow, 'last_active_at'>): boolean {
  return session.last_active_at <= lastWriteThatCounts(ctx);
}

/** Writes down that a session is in use, if that is due. Several requests at once write once. */
export async function recordActivity(ctx: RequestContext, session: SessionRow): Promise<SessionRow> {
  if (!isActivityDue(ctx, session)) return session;
  return (await write(ctx, session, deviceFacts(ctx))) ?? session;
}

/** Like {@link recordActivity}, without making the answer wait. A failure is logged: the next request tries again. */
export function recordActivityLater(ctx: RequestContext, session: ActiveSession): void {
  write(ctx, session, deviceFacts(ctx)).catch((error: unknown) => ctx.log.error({ err: error, session: session.id }, 'the activity of a session was not written down'));
}

/** The same for a request that a server makes on a browser's behalf: it says nothing about the device. */
export async function recordActivityBehindServer(ctx: Context, session: SessionRow): Promise<void> {
  if (isActivityDue(ctx, session)) await write(ctx, session, {});
}

async function write(ctx: Context, { id, user_id: userId, actor }: ActiveSession, device: store.SessionColumns): Promise<SessionRow | undefined> {
  const columns = { ...device, last_active_at: now(ctx) };
  const written = await store.recordActivity(ctx.db, ctx.instance.id, id, columns, lastWriteThatCounts(ctx));
  // Of someone who is impersonated it is not the activity.
  if (written && actor === null) await recordUserActivity(ctx, userId);
  return written;
}

/** Short inactivity timeouts are followed more closely, so that a session in use does not run into one. */
function lastWriteThatCounts(ctx: Context): Date {
  const timeout = ctx.instance.settings.session.inactivity_timeout_in_minutes * MINUTE;
  const interval = timeout === 0 ? PRECISION : Math.min(PRECISION, timeout / 4);
  return new Date(now(ctx).getTime() - interval);
}
