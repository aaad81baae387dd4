import type { BackendRoutes, FrontendRoutes } from '../platform/http/routes.ts';
import type { Platform } from '../platform/context.ts';
import { memberBackendRoutes, membershipListBackendRoutes } from './memberships/backend.ts';
import { memberRoutes, myMembershipRoutes } from './memberships/frontend.ts';
import { offerRoutes } from './memberships/offers-frontend.ts';
import { keepMembershipsOfUsers } from './memberships/of-users.ts';
import { organizationBackendRoutes } from './organizations/backend.ts';
import { organizationRoutes } from './organizations/frontend.ts';
import { roleRoutes } from './roles/frontend.ts';

/** What people see and change of organizations. */
export function organizationsRoutes(routes: FrontendRoutes): void {
  organizationRoutes(routes);
  memberRoutes(routes);
  myMembershipRoutes(routes);
  offerRoutes(routes);
  roleRoutes(routes);
}

/** What servers see and change of organizations. */
export function organizationsBackendRoutes(routes: BackendRoutes): void {
  organizationBackendRoutes(routes);
  memberBackendRoutes(routes);
  membershipListBackendRoutes(routes);
}

/** What this wing does when something happens to people. */
export function keepOrganizations(platform: Platform): void {
  keepMembershipsOfUsers(platform);
}
