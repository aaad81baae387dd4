import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { findSession } from '../sessions/find.ts';
import { isLive } from '../sessions/status.ts';
import { stopSessions } from '../sessions/stop.ts';
import { readSignOutToken } from './token.ts';

/** What became of the link: the device is signed out now or was so before, or the link is too old, or none of ours. */
export type SignOutOutcome = 'signed_out' | 'expired' | 'invalid';

/** Signs the device out that a message was about. Doing so again changes nothing. */
export async function signOutDevice(ctx: RequestContext, token: string): Promise<SignOutOutcome> {
  const read = readSignOutToken(ctx, token);
  if (!read) return 'invalid';
  if (read.expired) return 'expired';
  const session = await findSession(ctx, read.sessionId);
  if (session && isLive(session, now(ctx), ctx.instance.settings.session)) await stopSessions(ctx, [session], 'revoke');
  return 'signed_out';
}
