import { apiError } from '@foyer/protocol/errors';
import { queryParams } from '@foyer/protocol/schemas/requests/parts';
import Type from 'typebox';
import { displayConfig } from '../../instances/environment/display-config.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { Raw, Redirect, type FrontendRoutes } from '../../platform/http/routes.ts';
import { redirectTarget } from '../authority/redirect-target.ts';

const RedirectQuery = queryParams('RedirectQuery', { redirect_url: Type.Optional(Type.String({ description: 'Left out or empty for the page that people come to by default.' })) });

/** Stations of a browser at which nobody needs to be known. */
export function redirectRoutes(routes: FrontendRoutes): void {
  const options = { asker: 'unchecked', bare: true } as const;

  const redirect = { ...options, tag: 'Redirect', summary: 'Go on to a page of the application, and to no other', query: RedirectQuery, response: Type.Object({}) };
  routes.get('/v1/redirect', redirect, async (ctx, { query: { redirect_url: wanted } }) => new Redirect(wanted ? redirectTarget(ctx, wanted).href : defaultPage(ctx), 307));

  const clear = { ...options, tag: 'Misc', summary: 'Have the browser forget all that this host stored in it', response: Type.String() };
  routes.get('/v1/clear-site-data', clear, async ({ http }) => {
    // A link from elsewhere would sign people out.
    if (http.header('sec-fetch-site') === 'cross-site') throw apiError('resource_forbidden');
    return new Raw('text/plain; charset=utf-8', 'This browser has forgotten all that it kept for this site.\n', { 'clear-site-data': '"*"', 'cache-control': 'no-store' });
  });
}

function defaultPage({ instance, http }: RequestContext): string {
  const { home_url: home, user_profile_url: profile } = displayConfig(instance, http.primaryUrl);
  return URL.canParse(home) ? home : profile;
}
