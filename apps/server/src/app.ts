import type { FastifyInstance } from 'fastify';
import { inboxRoutes } from './delivery/inbox/routes.ts';
import { deliverMessages } from './delivery/messages/service.ts';
import { environmentRoutes } from './instances/environment/frontend.ts';
import { Instances } from './instances/instances/service.ts';
import { createContextSource } from './instances/resolve.ts';
import type { Platform } from './platform/context.ts';
import { NOBODY } from './platform/http/facts.ts';
import { backendRoutes, frontendRoutes, type BackendRoutes, type DeclaredRoute, type FrontendAuthority, type FrontendRoutes } from './platform/http/routes.ts';
import { createHttpServer } from './platform/http/server.ts';
import { healthRoutes } from './site/health.ts';
import { openApiRoutes } from './site/openapi.ts';
import { portalRoutes } from './site/portal.ts';
import { scriptRoutes } from './site/scripts.ts';
import { startPageRoutes, type DatabaseFacts } from './site/start-page.ts';

/** The wired program: its HTTP face and what start-up and tests need to reach behind it. */
export interface App {
  http: FastifyInstance;
  platform: Platform;
  instances: Instances;
  /** Every declared API route. */
  routes: readonly DeclaredRoute[];
}

/** The built browser script; at the same distance from the source and from the built program. */
const BROWSER_SCRIPTS = new URL('../../../packages/js/dist/browser/', import.meta.url);

/** Wires the wings together. Nothing listens yet and no job runs. */
export async function createApp(platform: Platform, database: DatabaseFacts): Promise<App> {
  const instances = new Instances(platform);
  const http = await createHttpServer(platform.config, platform.log);
  const source = createContextSource(platform, instances);
  const declared: DeclaredRoute[] = [];

  // Everyone is a visitor until the access wing says who is asking.
  const authority: FrontendAuthority = { identify: async () => ({ ...NOBODY }), clientResource: async () => null, remember: async () => undefined };

  declareFrontend(frontendRoutes(http, source, authority, declared));
  declareBackend(backendRoutes(http, source, declared));

  deliverMessages(platform, instances);
  inboxRoutes(http, source);

  healthRoutes(http, platform);
  startPageRoutes(http, source, database);
  openApiRoutes(http, declared);
  portalRoutes(http, source);
  scriptRoutes(http, BROWSER_SCRIPTS);

  return { http, platform, instances, routes: declared };
}

function declareFrontend(routes: FrontendRoutes): void {
  environmentRoutes(routes);
}

function declareBackend(_routes: BackendRoutes): void {}
