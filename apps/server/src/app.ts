import type { FastifyInstance } from 'fastify';
import { forgetOldAttempts } from './access/attempts/forget.ts';
import { forgetOldClients } from './access/attempts/forget-clients.ts';
import { authority } from './access/authority/authority.ts';
import { captchaRoutes } from './access/captcha/frontend.ts';
import { forgetOldProofs } from './access/captcha/service.ts';
import { clientBackendRoutes } from './access/clients/backend.ts';
import { clientRoutes } from './access/clients/frontend.ts';
import { devBrowserRoutes } from './access/dev-browsers/frontend.ts';
import { trustedDeviceBackendRoutes } from './access/devices/backend.ts';
import { deviceRoutes } from './access/devices/frontend.ts';
import { emailLinkRoutes } from './access/email-links/frontend.ts';
import { handshakeBackendRoutes } from './access/handshake/backend.ts';
import { handshakeRoutes } from './access/handshake/frontend.ts';
import { redirectRoutes } from './access/redirect/frontend.ts';
import { reverificationRoutes } from './access/reverification/frontend.ts';
import { restrictionBackendRoutes } from './access/restrictions/backend.ts';
import { restrictNewContacts } from './access/restrictions/service.ts';
import { invitationBackendRoutes } from './access/invitations/backend.ts';
import { sessionBackendRoutes } from './access/sessions/backend.ts';
import { sessionRoutes } from './access/sessions/frontend.ts';
import { personSessionRoutes } from './access/sessions/of-person.ts';
import { endSessionsOnUserEvents } from './access/sessions/of-user.ts';
import { profileVerificationBackendRoutes } from './access/profile-verifications/backend.ts';
import { profileVerificationRoutes } from './access/profile-verifications/frontend.ts';
import { leaveOrganizations } from './access/sessions/choose-organization.ts';
import { finishSessionTasks } from './access/sessions/tasks.ts';
import { signInRoutes } from './access/sign-ins/frontend.ts';
import { signUpBackendRoutes } from './access/sign-ups/backend.ts';
import { signUpRoutes } from './access/sign-ups/frontend.ts';
import { testingTokenBackendRoutes } from './access/testing-tokens/backend.ts';
import { actorTokenBackendRoutes, signInTokenBackendRoutes } from './access/tickets/backend.ts';
import { ticketRoutes } from './access/tickets/frontend.ts';
import { tokenBackendRoutes } from './access/tokens/backend.ts';
import { tokenRoutes } from './access/tokens/frontend.ts';
import { jwksBackendRoutes, jwksRoutes } from './access/tokens/jwks.ts';
import { waitlistBackendRoutes } from './access/waitlist/backend.ts';
import { completeWaitlistEntries } from './access/waitlist/decide.ts';
import { waitlistRoutes } from './access/waitlist/frontend.ts';
import { inboxRoutes } from './delivery/inbox/routes.ts';
import { deliverMessages } from './delivery/messages/service.ts';
import { templateBackendRoutes } from './delivery/templates/backend.ts';
import { environmentRoutes } from './instances/environment/frontend.ts';
import { accountlessBackendRoutes, accountlessRoutes } from './instances/accountless/routes.ts';
import { configurationBackendRoutes } from './instances/configuration/backend.ts';
import { proxyHealthRoutes } from './instances/domains/frontend.ts';
import { domainBackendRoutes } from './instances/domains/backend.ts';
import { Instances } from './instances/instances/service.ts';
import { nativeAppRoutes } from './instances/native-apps/frontend.ts';
import { jwtTemplateBackendRoutes } from './instances/jwt-templates/backend.ts';
import { redirectUrlBackendRoutes } from './instances/redirect-urls/backend.ts';
import { createContextSource } from './instances/resolve.ts';
import { keepOrganizations, organizationsBackendRoutes, organizationsRoutes } from './organizations/routes.ts';
import { peopleBackendRoutes, peoplePublicRoutes, peopleRoutes } from './people/routes.ts';
import { sumUpUserCounts } from './people/users/counts.ts';
import { keepUsersFresh } from './people/users/freshness.ts';
import type { Platform } from './platform/context.ts';
import { backendRoutes, frontendRoutes, type BackendRoutes, type DeclaredRoute, type FrontendRoutes } from './platform/http/routes.ts';
import { createHttpServer } from './platform/http/server.ts';
import { healthRoutes } from './site/health.ts';
import { interstitialRoutes } from './site/interstitial.ts';
import { answerUnknownPaths } from './site/not-found.ts';
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

/** The built browser script. The bundled program lies one folder deeper than this file. */
const PACKAGES = import.meta.url.endsWith('/app.ts') ? '../../../packages/' : '../../../../packages/';
const BROWSER_SCRIPTS = new URL(`${PACKAGES}js/dist/browser/`, import.meta.url);

/** Wires the wings together. Nothing listens yet and no job runs. */
export async function createApp(platform: Platform, database: DatabaseFacts): Promise<App> {
  const instances = new Instances(platform);
  const http = await createHttpServer(platform.config, platform.log);
  const source = createContextSource(platform, instances);
  const declared: DeclaredRoute[] = [];

  declareFrontend(frontendRoutes(http, source, authority, declared));
  declareBackend(backendRoutes(http, source, declared), instances);

  keepUsersFresh(platform);
  keepOrganizations(platform);
  endSessionsOnUserEvents(platform);
  restrictNewContacts(platform);
  forgetOldAttempts(platform);
  forgetOldClients(platform);
  forgetOldProofs(platform);
  sumUpUserCounts(platform);
  deliverMessages(platform, instances);
  finishSessionTasks(platform);
  leaveOrganizations(platform);
  completeWaitlistEntries(platform);
  inboxRoutes(http, source);
  accountlessRoutes(http, platform, instances);
  interstitialRoutes(http, platform, instances);
  peoplePublicRoutes(http, source);

  healthRoutes(http, platform);
  startPageRoutes(http, source, database);
  openApiRoutes(http, declared);
  portalRoutes(http, source);
  scriptRoutes(http, BROWSER_SCRIPTS);
  answerUnknownPaths(http, source, declared);

  return { http, platform, instances, routes: declared };
}

function declareFrontend(routes: FrontendRoutes): void {
  environmentRoutes(routes);
  nativeAppRoutes(routes);
  proxyHealthRoutes(routes);
  peopleRoutes(routes);
  organizationsRoutes(routes);
  devBrowserRoutes(routes);
  clientRoutes(routes);
  captchaRoutes(routes);
  sessionRoutes(routes);
  personSessionRoutes(routes);
  reverificationRoutes(routes);
  tokenRoutes(routes);
  signInRoutes(routes);
  signUpRoutes(routes);
  ticketRoutes(routes);
  emailLinkRoutes(routes);
  deviceRoutes(routes);
  waitlistRoutes(routes);
  profileVerificationRoutes(routes);
  jwksRoutes(routes);
  handshakeRoutes(routes);
  redirectRoutes(routes);
}

function declareBackend(routes: BackendRoutes, instances: Instances): void {
  configurationBackendRoutes(routes, instances);
  domainBackendRoutes(routes, instances);
  accountlessBackendRoutes(routes);
  jwtTemplateBackendRoutes(routes);
  redirectUrlBackendRoutes(routes);
  templateBackendRoutes(routes);
  peopleBackendRoutes(routes);
  organizationsBackendRoutes(routes);
  profileVerificationBackendRoutes(routes);
  trustedDeviceBackendRoutes(routes);
  clientBackendRoutes(routes);
  sessionBackendRoutes(routes);
  tokenBackendRoutes(routes);
  signUpBackendRoutes(routes);
  signInTokenBackendRoutes(routes);
  invitationBackendRoutes(routes);
  testingTokenBackendRoutes(routes);
  actorTokenBackendRoutes(routes);
  restrictionBackendRoutes(routes);
  waitlistBackendRoutes(routes);
  jwksBackendRoutes(routes);
  handshakeBackendRoutes(routes);
}
