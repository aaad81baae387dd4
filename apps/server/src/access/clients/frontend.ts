import { Client } from '@foyer/protocol/schemas/resources/client';
import { TouchClientQuery } from '@foyer/protocol/schemas/requests/client';
import { after } from '../../platform/clock.ts';
import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { Redirect, type FrontendRoutes } from '../../platform/http/routes.ts';
import { noteChange } from '../authority/carriage.ts';
import { requireKnownBrowser } from '../authority/identify.ts';
import { redirectTarget } from '../authority/redirect-target.ts';
import { noteStaleUat } from '../authority/remember.ts';
import { clientResource } from './resource.ts';
import { CLIENT_COOKIE_LIFETIME, ensureClient, updateClient } from './service.ts';
import { destroyClient, signOutOfAll } from './sign-out.ts';

const TAG = 'Client';

/** The client that asks: one browser or device. */
export function clientRoutes(routes: FrontendRoutes): void {
  routes.get('/v1/client', { tag: TAG, summary: 'Read the client', asker: 'anyone', response: Client }, async (ctx) => {
    requireKnownBrowser(ctx);
    await noteStaleUat(ctx);
    return clientResource(ctx);
  });
  routes.put('/v1/client', { tag: TAG, summary: 'Make sure that there is a client', asker: 'anyone', response: Client }, startClient);
  routes.post('/v1/client', { tag: TAG, summary: 'Make sure that there is a client', asker: 'anyone', response: Client }, startClient);
  routes.delete('/v1/client', { tag: TAG, summary: 'Sign out of all sessions and forget the client', asker: 'client', response: Client }, (ctx) =>
    destroyClient(ctx),
  );
  routes.delete('/v1/client/sessions', { tag: TAG, summary: 'Sign out of all sessions', asker: 'client', response: Client }, (ctx) => signOutOfAll(ctx));

  const touch = { tag: TAG, summary: 'Renew the client cookie and go back', asker: 'anyone', query: TouchClientQuery, response: Client } as const;
  routes.get('/v1/client/touch', touch, async (ctx, { query }) => {
    const target = redirectTarget(ctx, query.redirect_url);
    await renewCookie(ctx);
    return new Redirect(target.href, 307);
  });
}

async function startClient(ctx: RequestContext): Promise<unknown> {
  requireKnownBrowser(ctx);
  const isNew = ctx.asking.clientId === null;
  await ensureClient(ctx);
  if (isNew) noteChange(ctx);
  return clientResource(ctx);
}

/**
 * Browsers shorten the life of cookies that are set in the background, less so of those set while a
 * page is opened: so SDKs come here before the cookie runs out.
 */
async function renewCookie(ctx: RequestContext): Promise<void> {
  const { clientId, carriage } = ctx.asking;
  if (!clientId || carriage?.carrier !== 'cookie' || carriage.token === null || carriage.replacedAt) return;
  await updateClient(ctx, clientId, { cookie_expires_at: after(now(ctx), CLIENT_COOKIE_LIFETIME) });
  carriage.newToken = carriage.token;
}
