import type { BackendRoutes } from '../../platform/http/routes.ts';
import type { Instances } from '../instances/service.ts';
import { changeSettingsOf } from './change.ts';
import { communicationRoutes } from './communication.ts';
import { instanceRoutes } from './instance.ts';
import { oauthApplicationSettingsRoutes } from './oauth-applications.ts';
import { organizationSettingsRoutes } from './organizations.ts';
import { protectRoutes } from './protect.ts';
import { restrictionRoutes } from './restrictions.ts';

/** What an instance is set to, for servers. */
export function configurationBackendRoutes(routes: BackendRoutes, instances: Instances): void {
  const change = changeSettingsOf(instances);
  instanceRoutes(routes, change);
  restrictionRoutes(routes, change);
  communicationRoutes(routes, change);
  protectRoutes(routes);
  organizationSettingsRoutes(routes, change);
  oauthApplicationSettingsRoutes(routes, change);
}
