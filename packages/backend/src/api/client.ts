import {
  allowlistIdentifiersApi,
  blocklistIdentifiersApi,
  invitationsApi,
  signUpsApi,
  waitlistEntriesApi,
} from './endpoints/admission.ts';
import { billingApi } from './endpoints/billing.ts';
import { emailAddressesApi, phoneNumbersApi } from './endpoints/identifications.ts';
import {
  accountlessApplicationsApi,
  betaFeaturesApi,
  domainsApi,
  instanceApi,
  jwtTemplatesApi,
  proxyChecksApi,
  redirectUrlsApi,
  webhooksApi,
} from './endpoints/instance.ts';
import { apiKeysApi, idPOAuthAccessTokenApi, m2mApi, machinesApi, oauthApplicationsApi } from './endpoints/machines.ts';
import { organizationsApi } from './endpoints/organizations.ts';
import { samlConnectionsApi } from './endpoints/saml-connections.ts';
import {
  actorTokensApi,
  clientsApi,
  jwksApi,
  sessionsApi,
  signInTokensApi,
  testingTokensApi,
} from './endpoints/sessions.ts';
import { usersApi } from './endpoints/users.ts';
import { createRequestFunction, type BackendApiOptions } from './request.ts';

/** Every Backend API endpoint, grouped by resource. */
export function createBackendApiClient(options: BackendApiOptions) {
  const request = createRequestFunction(options);
  return {
    __experimental_accountlessApplications: accountlessApplicationsApi(request),
    actorTokens: actorTokensApi(request),
    allowlistIdentifiers: allowlistIdentifiersApi(request),
    apiKeys: apiKeysApi(request),
    betaFeatures: betaFeaturesApi(request),
    billing: billingApi(request),
    blocklistIdentifiers: blocklistIdentifiersApi(request),
    clients: clientsApi(request),
    domains: domainsApi(request),
    emailAddresses: emailAddressesApi(request),
    idPOAuthAccessToken: idPOAuthAccessTokenApi(request),
    instance: instanceApi(request),
    invitations: invitationsApi(request),
    jwks: jwksApi(request),
    jwtTemplates: jwtTemplatesApi(request),
    m2m: m2mApi(request),
    machines: machinesApi(request),
    oauthApplications: oauthApplicationsApi(request),
    organizations: organizationsApi(request),
    phoneNumbers: phoneNumbersApi(request),
    proxyChecks: proxyChecksApi(request),
    redirectUrls: redirectUrlsApi(request),
    samlConnections: samlConnectionsApi(request),
    sessions: sessionsApi(request),
    signInTokens: signInTokensApi(request),
    signUps: signUpsApi(request),
    testingTokens: testingTokensApi(request),
    users: usersApi(request),
    waitlistEntries: waitlistEntriesApi(request),
    webhooks: webhooksApi(request),
  };
}

export type ApiClient = ReturnType<typeof createBackendApiClient>;
