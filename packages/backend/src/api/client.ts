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
export interface ApiClient {
  __experimental_accountlessApplications: ReturnType<typeof accountlessApplicationsApi>;
  actorTokens: ReturnType<typeof actorTokensApi>;
  allowlistIdentifiers: ReturnType<typeof allowlistIdentifiersApi>;
  apiKeys: ReturnType<typeof apiKeysApi>;
  betaFeatures: ReturnType<typeof betaFeaturesApi>;
  billing: ReturnType<typeof billingApi>;
  blocklistIdentifiers: ReturnType<typeof blocklistIdentifiersApi>;
  clients: ReturnType<typeof clientsApi>;
  domains: ReturnType<typeof domainsApi>;
  emailAddresses: ReturnType<typeof emailAddressesApi>;
  idPOAuthAccessToken: ReturnType<typeof idPOAuthAccessTokenApi>;
  instance: ReturnType<typeof instanceApi>;
  invitations: ReturnType<typeof invitationsApi>;
  jwks: ReturnType<typeof jwksApi>;
  jwtTemplates: ReturnType<typeof jwtTemplatesApi>;
  m2m: ReturnType<typeof m2mApi>;
  machines: ReturnType<typeof machinesApi>;
  oauthApplications: ReturnType<typeof oauthApplicationsApi>;
  organizations: ReturnType<typeof organizationsApi>;
  phoneNumbers: ReturnType<typeof phoneNumbersApi>;
  proxyChecks: ReturnType<typeof proxyChecksApi>;
  redirectUrls: ReturnType<typeof redirectUrlsApi>;
  samlConnections: ReturnType<typeof samlConnectionsApi>;
  sessions: ReturnType<typeof sessionsApi>;
  signInTokens: ReturnType<typeof signInTokensApi>;
  signUps: ReturnType<typeof signUpsApi>;
  testingTokens: ReturnType<typeof testingTokensApi>;
  users: ReturnType<typeof usersApi>;
  waitlistEntries: ReturnType<typeof waitlistEntriesApi>;
  webhooks: ReturnType<typeof webhooksApi>;
}

/** The client of one instance's Backend API. */
export function createBackendApiClient(options: BackendApiOptions): ApiClient {
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
