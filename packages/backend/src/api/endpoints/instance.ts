/** The instance itself: settings, domains, redirect URLs, JWT templates and its webhook relay. */
import type { WebhooksSvixJSON } from '../../json/index.ts';
import type {
  AccountlessApplication,
  DeletedObject,
  Domain,
  Instance,
  InstanceRestrictions,
  JwtTemplate,
  OrganizationSettings,
  ProxyCheck,
  RedirectUrl,
} from '../../resources/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';
import type { ClerkPaginationRequest, Page } from './params.ts';

/** Every field of an update may be left out, or be `null` for "as it is". */
type Settings<T> = { [Name in keyof T]?: T[Name] | null };

export type UpdateInstanceParams = Settings<{
  testMode: boolean;
  hibp: boolean;
  enhancedEmailDeliverability: boolean;
  supportEmail: string;
  clerkJsVersion: string;
  developmentOrigin: string;
  allowedOrigins: string[];
  urlBasedSessionSyncing: boolean;
}>;

export type UpdateRestrictionsParams = Settings<{
  allowlist: boolean;
  blocklist: boolean;
  blockEmailSubaddresses: boolean;
  blockDisposableEmailDomains: boolean;
  ignoreDotsForGmailAddresses: boolean;
}>;

export type UpdateOrganizationSettingsParams = Settings<{
  enabled: boolean;
  maxAllowedMemberships: number;
  adminDeleteEnabled: boolean;
  domainsEnabled: boolean;
  domainsEnrollmentModes: string[];
  creatorRoleId: string;
  domainsDefaultRoleId: string;
}>;

/** `clerkClient.instance`. */
export const instanceApi = (request: RequestFunction) => ({
  get: () => request<Instance>({ method: 'GET', path: '/instance' }),
  update: (params: UpdateInstanceParams) => request<void>({ method: 'PATCH', path: '/instance', body: params }),
  updateRestrictions: (params: UpdateRestrictionsParams) =>
    request<InstanceRestrictions>({ method: 'PATCH', path: '/instance/restrictions', body: params }),
  updateOrganizationSettings: (params: UpdateOrganizationSettingsParams) =>
    request<OrganizationSettings>({ method: 'PATCH', path: '/instance/organization_settings', body: params }),
});

/** `clerkClient.betaFeatures`. */
export const betaFeaturesApi = (request: RequestFunction) => ({
  changeDomain: (params: { homeUrl?: string; isSecondary?: boolean }) =>
    request<void>({ method: 'POST', path: '/beta_features/change_domain', body: params }),
});

/** `clerkClient.domains` (docs: reference/backend/domains). */
export const domainsApi = (request: RequestFunction) => {
  const remove = (satelliteDomainId: string) =>
    request<DeletedObject>({ method: 'DELETE', path: path`/domains/${satelliteDomainId}` });

  return {
    list: () => request<Page<Domain>>({ method: 'GET', path: '/domains' }),
    add: (params: { name: string; is_satellite: boolean; proxy_url?: string | null }) =>
      request<Domain>({ method: 'POST', path: '/domains', body: params }),
    update: ({
      domainId,
      ...body
    }: {
      domainId: string;
      name?: string;
      proxy_url?: string | null;
      is_secondary?: boolean | null;
    }) => request<Domain>({ method: 'PATCH', path: path`/domains/${domainId}`, body }),
    /** Satellite domains only. */
    delete: remove,
    /** @deprecated Use `delete()`. */
    deleteDomain: remove,
  };
};

/** `clerkClient.proxyChecks`. */
export const proxyChecksApi = (request: RequestFunction) => ({
  verify: (params: { domainId: string; proxyUrl: string }) =>
    request<ProxyCheck>({ method: 'POST', path: '/proxy_checks', body: params }),
});

/** `clerkClient.redirectUrls` (docs: reference/backend/redirect-urls). */
export const redirectUrlsApi = (request: RequestFunction) => ({
  getRedirectUrlList: () => request<Page<RedirectUrl>>({ method: 'GET', path: '/redirect_urls', query: { paginated: true } }),
  getRedirectUrl: (redirectUrlId: string) => request<RedirectUrl>({ method: 'GET', path: path`/redirect_urls/${redirectUrlId}` }),
  createRedirectUrl: (params: { url: string }) => request<RedirectUrl>({ method: 'POST', path: '/redirect_urls', body: params }),
  deleteRedirectUrl: (redirectUrlId: string) =>
    request<RedirectUrl>({ method: 'DELETE', path: path`/redirect_urls/${redirectUrlId}` }),
});

export interface CreateJWTTemplateParams {
  name: string;
  claims: object;
  /** Seconds. */
  lifetime?: number | null;
  /** Seconds. */
  allowedClockSkew?: number | null;
  customSigningKey?: boolean;
  signingAlgorithm?: string | null;
  signingKey?: string | null;
}

/** `clerkClient.jwtTemplates`. */
export const jwtTemplatesApi = (request: RequestFunction) => ({
  list: (params: ClerkPaginationRequest = {}) =>
    request<Page<JwtTemplate>>({ method: 'GET', path: '/jwt_templates', query: { ...params, paginated: true } }),
  get: (templateId: string) => request<JwtTemplate>({ method: 'GET', path: path`/jwt_templates/${templateId}` }),
  create: (params: CreateJWTTemplateParams) => request<JwtTemplate>({ method: 'POST', path: '/jwt_templates', body: params }),
  update: ({ templateId, ...body }: CreateJWTTemplateParams & { templateId: string }) =>
    request<JwtTemplate>({ method: 'PATCH', path: path`/jwt_templates/${templateId}`, body }),
  delete: (templateId: string) => request<DeletedObject>({ method: 'DELETE', path: path`/jwt_templates/${templateId}` }),
});

/** `clerkClient.webhooks`: the instance's Svix application. */
export const webhooksApi = (request: RequestFunction) => ({
  createSvixApp: () => request<WebhooksSvixJSON>({ method: 'POST', path: '/webhooks/svix' }),
  generateSvixAuthURL: () => request<WebhooksSvixJSON>({ method: 'POST', path: '/webhooks/svix_url' }),
  deleteSvixApp: () => request<void>({ method: 'DELETE', path: '/webhooks/svix' }),
});

/** Applications that are tried out before anybody owns them ("keyless"): the first call needs no key, the second the one that it gave. */
export const accountlessApplicationsApi = (request: RequestFunction) => {
  const call =
    (endpoint: string) =>
    ({ requestHeaders }: { requestHeaders?: Headers } = {}) =>
      request<AccountlessApplication>({
        method: 'POST',
        path: endpoint,
        headers: requestHeaders && Object.fromEntries(requestHeaders.entries()),
        auth: 'optional',
      });

  return {
    createAccountlessApplication: call('/accountless_applications'),
    completeAccountlessApplicationOnboarding: call('/accountless_applications/complete'),
  };
};
