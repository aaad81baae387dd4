import type { SamlConnection } from '../../resources/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';
import type { ClerkPaginationRequest, Page, WithSign } from './params.ts';

export type SamlIdpSlug = 'saml_okta' | 'saml_google' | 'saml_microsoft' | 'saml_custom';

interface SamlConnectionParams {
  organizationId?: string;
  idpEntityId?: string;
  idpSsoUrl?: string;
  idpCertificate?: string;
  /** Metadata, by URL or as text, wins over the single `idp…` fields. */
  idpMetadataUrl?: string;
  idpMetadata?: string;
  attributeMapping?: { emailAddress?: string; firstName?: string; lastName?: string; userId?: string };
}

export interface CreateSamlConnectionParams extends SamlConnectionParams {
  name: string;
  provider: SamlIdpSlug;
  domain: string;
}

export interface UpdateSamlConnectionParams extends SamlConnectionParams {
  name?: string;
  provider?: SamlIdpSlug;
  domain?: string;
  active?: boolean;
  syncUserAttributes?: boolean;
  allowSubdomains?: boolean;
  allowIdpInitiated?: boolean;
}

export type SamlConnectionListParams = ClerkPaginationRequest<{
  query?: string;
  orderBy?: WithSign<'phone_number' | 'email_address' | 'created_at' | 'first_name' | 'last_name' | 'username'>;
  organizationId?: WithSign<string>[];
}>;

/** `clerkClient.samlConnections` (docs: reference/backend/saml-connections). */
export const samlConnectionsApi = (request: RequestFunction) => ({
  getSamlConnectionList: (params: SamlConnectionListParams = {}) =>
    request<Page<SamlConnection>>({ method: 'GET', path: '/saml_connections', query: params }),
  createSamlConnection: (params: CreateSamlConnectionParams) =>
    request<SamlConnection>({ method: 'POST', path: '/saml_connections', body: params, deepBody: true }),
  getSamlConnection: (samlConnectionId: string) =>
    request<SamlConnection>({ method: 'GET', path: path`/saml_connections/${samlConnectionId}` }),
  updateSamlConnection: (samlConnectionId: string, params: UpdateSamlConnectionParams = {}) =>
    request<SamlConnection>({ method: 'PATCH', path: path`/saml_connections/${samlConnectionId}`, body: params, deepBody: true }),
  deleteSamlConnection: (samlConnectionId: string) =>
    request<SamlConnection>({ method: 'DELETE', path: path`/saml_connections/${samlConnectionId}` }),
});
