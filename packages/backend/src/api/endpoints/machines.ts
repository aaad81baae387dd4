/** Machines, and the credentials by which programs sign in: API keys, M2M tokens, OAuth access tokens. */
import type {
  APIKey,
  DeletedObject,
  IdPOAuthAccessToken,
  M2MToken,
  Machine,
  MachineScope,
  MachineSecretKey,
  OAuthApplication,
} from '../../resources/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';
import type { ClerkPaginationRequest, Page, WithSign } from './params.ts';

/** `clerkClient.machines` (docs: reference/backend/machines). */
export const machinesApi = (request: RequestFunction) => ({
  get: (machineId: string) => request<Machine>({ method: 'GET', path: path`/machines/${machineId}` }),
  list: (params: ClerkPaginationRequest<{ orderBy?: WithSign<'name' | 'created_at'>; query?: string }> = {}) =>
    request<Page<Machine>>({ method: 'GET', path: '/machines', query: params }),
  create: (params: { name: string; scopedMachines?: string[]; defaultTokenTtl?: number }) =>
    request<Machine>({ method: 'POST', path: '/machines', body: params }),
  update: ({ machineId, ...body }: { machineId: string; name?: string; defaultTokenTtl?: number }) =>
    request<Machine>({ method: 'PATCH', path: path`/machines/${machineId}`, body }),
  delete: (machineId: string) => request<Machine>({ method: 'DELETE', path: path`/machines/${machineId}` }),
  getSecretKey: (machineId: string) =>
    request<MachineSecretKey>({ method: 'GET', path: path`/machines/${machineId}/secret_key` }),
  /** `previousTokenTtl`: seconds for which the previous key goes on working. */
  rotateSecretKey: ({ machineId, previousTokenTtl }: { machineId: string; previousTokenTtl: number }) =>
    request<MachineSecretKey>({
      method: 'POST',
      path: path`/machines/${machineId}/secret_key/rotate`,
      body: { previousTokenTtl },
    }),
  /** Lets `machineId` talk to `toMachineId`. */
  createScope: (machineId: string, toMachineId: string) =>
    request<MachineScope>({ method: 'POST', path: path`/machines/${machineId}/scopes`, body: { toMachineId } }),
  deleteScope: (machineId: string, otherMachineId: string) =>
    request<MachineScope>({ method: 'DELETE', path: path`/machines/${machineId}/scopes/${otherMachineId}` }),
});

/** `clerkClient.m2m` (docs: reference/backend/m2m-tokens). */
export const m2mApi = (request: RequestFunction) => ({
  createToken: ({
    claims = null,
    machineSecretKey,
    secondsUntilExpiration = null,
  }: {
    machineSecretKey?: string;
    /** `null`: never expires. */
    secondsUntilExpiration?: number | null;
    claims?: Record<string, unknown> | null;
  } = {}) =>
    request<M2MToken>({
      method: 'POST',
      path: '/m2m_tokens',
      body: { secondsUntilExpiration, claims },
      unversioned: true,
      auth: 'machine',
      bearer: machineSecretKey,
    }),
  revokeToken: ({
    m2mTokenId,
    machineSecretKey,
    revocationReason = null,
  }: {
    machineSecretKey?: string;
    m2mTokenId: string;
    revocationReason?: string | null;
  }) =>
    request<M2MToken>({
      method: 'POST',
      path: path`/m2m_tokens/${m2mTokenId}/revoke`,
      body: { revocationReason },
      unversioned: true,
      auth: 'machine',
      bearer: machineSecretKey,
    }),
  verifyToken: ({ machineSecretKey, token }: { machineSecretKey?: string; token: string }) =>
    request<M2MToken>({
      method: 'POST',
      path: '/m2m_tokens/verify',
      body: { token },
      unversioned: true,
      auth: 'machine',
      bearer: machineSecretKey,
    }),
});

export interface CreateAPIKeyParams {
  name: string;
  /** User or organization the key acts for. */
  subject: string;
  description?: string | null;
  claims?: Record<string, unknown> | null;
  scopes?: string[];
  createdBy?: string | null;
  secondsUntilExpiration?: number | null;
}

/** `clerkClient.apiKeys`. */
export const apiKeysApi = (request: RequestFunction) => ({
  list: (params: ClerkPaginationRequest<{ subject: string; includeInvalid?: boolean }>) =>
    request<Page<APIKey>>({ method: 'GET', path: '/api_keys', query: params, unversioned: true }),
  create: (params: CreateAPIKeyParams) =>
    request<APIKey>({ method: 'POST', path: '/api_keys', body: params, unversioned: true }),
  revoke: ({ apiKeyId, ...body }: { apiKeyId: string; revocationReason?: string | null }) =>
    request<APIKey>({ method: 'POST', path: path`/api_keys/${apiKeyId}/revoke`, body, unversioned: true }),
  getSecret: (apiKeyId: string) =>
    request<{ secret: string }>({ method: 'GET', path: path`/api_keys/${apiKeyId}/secret`, unversioned: true }),
  verifySecret: (secret: string) =>
    request<APIKey>({ method: 'POST', path: '/api_keys/verify', body: { secret }, unversioned: true }),
});

/** `clerkClient.idPOAuthAccessToken`. */
export const idPOAuthAccessTokenApi = (request: RequestFunction) => ({
  verifyAccessToken: (accessToken: string) =>
    request<IdPOAuthAccessToken>({
      method: 'POST',
      path: '/oauth_applications/access_tokens/verify',
      body: { access_token: accessToken },
      unversioned: true,
    }),
});

export interface CreateOAuthApplicationParams {
  name: string;
  redirectUris?: string[] | null;
  /** Space-separated; `profile email` unless given. */
  scopes?: string | null;
  consentScreenEnabled?: boolean | null;
  public?: boolean | null;
}

/** `clerkClient.oauthApplications` (docs: reference/backend/oauth-applications). */
export const oauthApplicationsApi = (request: RequestFunction) => ({
  list: (params: ClerkPaginationRequest<{ orderBy?: WithSign<'name' | 'created_at'>; nameQuery?: string }> = {}) =>
    request<Page<OAuthApplication>>({ method: 'GET', path: '/oauth_applications', query: params }),
  get: (oauthApplicationId: string) =>
    request<OAuthApplication>({ method: 'GET', path: path`/oauth_applications/${oauthApplicationId}` }),
  create: (params: CreateOAuthApplicationParams) =>
    request<OAuthApplication>({ method: 'POST', path: '/oauth_applications', body: params }),
  update: ({ oauthApplicationId, ...body }: CreateOAuthApplicationParams & { oauthApplicationId: string }) =>
    request<OAuthApplication>({ method: 'PATCH', path: path`/oauth_applications/${oauthApplicationId}`, body }),
  delete: (oauthApplicationId: string) =>
    request<DeletedObject>({ method: 'DELETE', path: path`/oauth_applications/${oauthApplicationId}` }),
  /** The answer carries the new `clientSecret`. */
  rotateSecret: (oauthApplicationId: string) =>
    request<OAuthApplication>({ method: 'POST', path: path`/oauth_applications/${oauthApplicationId}/rotate_secret` }),
});
