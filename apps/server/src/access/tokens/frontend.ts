import { apiError } from '@foyer/protocol/errors';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { CreateSessionTokenParams } from '@foyer/protocol/schemas/requests/sessions';
import { Token } from '@foyer/protocol/schemas/resources/session';
import { now } from '../../platform/context.ts';
import { hashSecret } from '../../platform/crypto.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { readCredential } from '../authority/credential.ts';
import { identify } from '../authority/identify.ts';
import { findClient } from '../clients/service.ts';
import { isActivityDue, recordActivityLater } from '../sessions/activity.ts';
import { sessionOfClient } from '../sessions/find.ts';
import { tokenResource } from '../sessions/resource.ts';
import { isLive, sessionExpiry } from '../sessions/status.ts';
import { mintCustomToken } from './custom.ts';
import { authorizedParty, mintSessionToken } from './mint.ts';
import { wantedOrganization } from './organization.ts';
import * as store from './store.ts';

/**
 * Session tokens for browsers and apps. Every open tab asks for one a minute, so this is the hottest
 * route of the program: one query that also finds out who is asking, and one signature.
 */
export function tokenRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Sessions', bare: true, response: Token } as const;
  const token = { ...options, asker: 'unchecked', summary: 'Create a session token', params: pathParams('session_id'), body: CreateSessionTokenParams } as const;
  routes.post('/v1/client/sessions/:session_id/tokens', token, async (ctx, { params, body }) => {
    const { session_id: id } = params;
    const session = (await sessionByCredential(ctx, id)) ?? (await sessionOfAsker(ctx, id));
    if (sessionExpiry(session, ctx.instance.settings.session) <= now(ctx)) throw apiError('signed_out');
    if (isActivityDue(ctx, session)) recordActivityLater(ctx, { ...session, id });
    const organization = await wantedOrganization(ctx, session.user_id, body.organization_id);
    const wish = { authorizedParty: authorizedParty(ctx), clientChangedAt: session.client_changed_at, organization };
    return tokenResource(await mintSessionToken(ctx, { ...session, id }, wish));
  });

  const fromTemplate = { ...options, asker: 'anyone', summary: 'Create a token from a JWT template', params: pathParams('session_id', 'template_name') } as const;
  routes.post('/v1/client/sessions/:session_id/tokens/:template_name', fromTemplate, async (ctx, { params }) => {
    const session = await sessionOfClient(ctx, params.session_id);
    if (!isLive(session, now(ctx), ctx.instance.settings.session)) throw apiError('signed_out');
    return tokenResource(await mintCustomToken(ctx, session, { template: params.template_name, authorizedParty: authorizedParty(ctx) }));
  });
}

/** The usual case: the request carries its client's present secret. */
function sessionByCredential(ctx: RequestContext, sessionId: string): Promise<store.TokenRow | undefined> {
  const { carrier, token } = readCredential(ctx);
  if (token === null) return Promise.resolve(undefined);
  const find = carrier === 'dev_browser' ? store.findByDevBrowser : store.findByClientToken;
  return find(ctx.platform.db, { instanceId: ctx.instance.id, hash: hashSecret(token), sessionId });
}

/** Any other case: a client token that was replaced a moment ago, or an error to find the right words for. */
async function sessionOfAsker(ctx: RequestContext, sessionId: string): Promise<store.TokenRow> {
  Object.assign(ctx.asking, await identify(ctx, 'anyone'));
  const session = await sessionOfClient(ctx, sessionId);
  const client = await findClient(ctx, session.client_id);
  if (!client || !isLive(session, now(ctx), ctx.instance.settings.session)) throw apiError('signed_out');
  return { ...session, client_changed_at: client.updated_at };
}
