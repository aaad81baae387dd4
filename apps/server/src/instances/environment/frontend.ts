import { Environment } from '@foyer/protocol/schemas/resources/environment';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { environmentResource } from './resource.ts';

/** Environment routes. Development clients send PATCH, which once let the server learn their origin; both only read. */
export function environmentRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Environment', asker: 'anyone', bare: true, response: Environment } as const;
  routes.get('/v1/environment', { ...options, summary: 'Read the environment' }, async (ctx) => environmentResource(ctx.instance, ctx.http.baseUrl, ctx.platform.config));
  routes.patch('/v1/environment', { ...options, summary: 'Read the environment from a development browser' }, async (ctx) =>
    environmentResource(ctx.instance, ctx.http.baseUrl, ctx.platform.config),
  );
}
