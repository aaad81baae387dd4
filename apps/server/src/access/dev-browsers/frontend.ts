import { DevBrowser } from '@foyer/protocol/schemas/resources/service';
import Type from 'typebox';
import { DAY, SECOND } from '../../platform/clock.ts';
import { cookieDirective } from '../../platform/http/cookies.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { DEV_BROWSER } from '../authority/cookie-names.ts';
import { apiError } from '@foyer/protocol/errors';
import { createDevBrowser, findDevBrowser } from './service.ts';
import type { RequestContext } from '../../platform/http/facts.ts';

const TAG = 'Development browser';
const options = { tag: TAG, asker: 'unchecked', bare: true, response: DevBrowser } as const;

/** Development browsers: how browsers are told apart while cookies cannot do it. */
export function devBrowserRoutes(routes: FrontendRoutes): void {
  routes.post('/v1/dev_browser', { ...options, summary: 'Create a development browser' }, (ctx) => newDevBrowser(ctx, ctx.http.origin));

  const init = { ...options, summary: 'Create a development browser for an origin', query: Type.Object({ origin: Type.Optional(Type.String()) }) };
  routes.get('/v1/dev_browser/init', init, (ctx, { query }) => newDevBrowser(ctx, query.origin ?? ctx.http.origin));

  const setCookie = { ...options, summary: 'Keep the development browser in a cookie of this host', response: Type.Object({}) };
  routes.post('/v1/dev_browser/set_first_party_cookie', setCookie, async (ctx) => {
    const token = ctx.http.query[DEV_BROWSER];
    if (typeof token !== 'string' || !(await findDevBrowser(ctx, token))) throw apiError('dev_browser_unauthenticated');
    ctx.http.setCookie(cookieDirective(DEV_BROWSER, token, { maxAge: (365 * DAY) / SECOND, httpOnly: true, secure: ctx.http.secure, sameSite: 'Lax' }));
    return {};
  });
}

async function newDevBrowser(ctx: RequestContext, origin: string) {
  const { token } = await createDevBrowser(ctx, origin === '' ? null : origin);
  ctx.http.setHeader('clerk-db-jwt', token);
  return { id: token, token };
}
