import { apiError } from '@foyer/protocol/errors';
import { transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { noteChange } from '../authority/carriage.ts';
import { visibleSessions } from '../sessions/find.ts';
import { stopSessions } from '../sessions/stop.ts';
import { clientResource } from './resource.ts';
import { endClient } from './service.ts';

/** Signs everyone out of the asking client, which goes on. */
export function signOutOfAll(ctx: RequestContext): Promise<unknown> {
  return transaction(ctx, async (ctx) => {
    const clientId = askingClient(ctx);
    await stopSessions(ctx, await visibleSessions(ctx, clientId), 'remove');
    Object.assign(ctx.asking, { sessionId: null, userId: null, actor: null });
    noteChange(ctx);
    return clientResource(ctx);
  });
}

/** Ends the asking client with everything in it: its token and cookie are worth nothing any more. */
export function destroyClient(ctx: RequestContext): Promise<unknown> {
  return transaction(ctx, async (ctx) => {
    const clientId = askingClient(ctx);
    const last = await signOutOfAll(ctx);
    await endClient(ctx, clientId);
    return last;
  });
}

function askingClient({ asking }: RequestContext): string {
  if (!asking.clientId) throw apiError('client_not_found');
  return asking.clientId;
}
