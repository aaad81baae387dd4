import type { ClerkResourceJSON, ObjectType, Timestamps } from './common.ts';

export interface MachineJSON extends ClerkResourceJSON<'machine'>, Timestamps {
  name: string;
  instance_id: string;
  /** Seconds. */
  default_token_ttl: number;
  scoped_machines: MachineJSON[];
  secret_key?: string;
}

export interface MachineScopeJSON {
  object: 'machine_scope';
  from_machine_id: string;
  to_machine_id: string;
  created_at?: number;
  deleted?: boolean;
}

export interface MachineSecretKeyJSON {
  object: 'machine_secret_key';
  secret: string;
}

/** What every machine credential tells about its own life. */
interface CredentialJSON<Type extends ObjectType> extends ClerkResourceJSON<Type>, Timestamps {
  subject: string;
  scopes: string[];
  revoked: boolean;
  revocation_reason: string | null;
  expired: boolean;
  expiration: number | null;
}

export interface M2MTokenJSON extends CredentialJSON<'machine_to_machine_token'> {
  /** Only in the answer that creates it. */
  token?: string;
  claims: Record<string, unknown> | null;
}

export interface APIKeyJSON extends CredentialJSON<'api_key'> {
  type: string;
  name: string;
  /** Only in the answer that creates it. */
  secret?: string;
  claims: Record<string, unknown> | null;
  created_by: string | null;
  description: string | null;
  last_used_at: number | null;
}

export interface IdPOAuthAccessTokenJSON extends CredentialJSON<'clerk_idp_oauth_access_token'> {
  client_id: string;
  type: string;
}

export interface OAuthApplicationJSON extends ClerkResourceJSON<'oauth_application'>, Timestamps {
  instance_id: string;
  name: string;
  client_id: string;
  client_uri: string | null;
  client_image_url: string | null;
  dynamically_registered: boolean;
  consent_screen_enabled: boolean;
  pkce_required: boolean;
  public: boolean;
  /** Space-separated. */
  scopes: string;
  redirect_uris: string[];
  authorize_url: string;
  token_fetch_url: string;
  user_info_url: string;
  discovery_url: string;
  token_introspection_url: string;
  /** Only in the answers that create or rotate it. */
  client_secret?: string;
}
