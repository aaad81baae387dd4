import type { FastifyInstance } from 'fastify';
import { environmentRoutes } from './instances/environment/frontend.ts';
import { Instances } from './instances/instances/service.ts';
import { createContextSource } from './instances/resolve.ts';
import type { Platform } from './platform/context.ts';
import { NOBODY } from './platform/http/facts.ts';
import { backendRoutes, frontendRoutes, type FrontendAuthority } from './platform/http/routes.ts';
import { createHttpServer } from './platform/http/server.ts';

/** The wired program: its HTTP face and what start-up and tests need to reach behind it. */
export interface App {
  http: FastifyInstance;
  platform: Platform;
  instances: Instances;
}

/** Wires the wings together. Nothing listens yet and no job runs. */
export async function createApp(platform: Platform): Promise<App> {
  const instances = new Instances(platform);
  const http = await createHttpServer(platform.config, platform.log);
  const source = createContextSource(platform, instances);

  // Everyone is a visitor until the access wing says who is asking.
  const authority: FrontendAuthority = { identify: async () => ({ ...NOBODY }), clientResource: async () => null, remember: async () => undefined };
  const frontend = frontendRoutes(http, source, authority);
  environmentRoutes(frontend);

  const backend = backendRoutes(http, source);
  void backend;

  return { http, platform, instances };
}
