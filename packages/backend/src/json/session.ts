import type { ClerkResourceJSON, Timestamps } from './common.ts';
import type { UserJSON } from './user.ts';

export type OAuthProvider =
  | 'apple'
  | 'bitbucket'
  | 'discord'
  | 'dropbox'
  | 'facebook'
  | 'github'
  | 'gitlab'
  | 'google'
  | 'hubspot'
  | 'linkedin'
  | 'linkedin_oidc'
  | 'microsoft'
  | 'notion'
  | 'tiktok'
  | 'twitch'
  | 'twitter'
  | 'x'
  | `custom_${string}`;

/** How the client's user last proved who they are. */
export type LastAuthenticationStrategy =
  | 'email_address'
  | 'email_code'
  | 'email_link'
  | 'phone_code'
  | 'password'
  | 'username'
  | `oauth_${OAuthProvider}`
  | `web3_${'metamask' | 'base' | 'coinbase_wallet' | 'okx_wallet'}_signature`;

export interface ClientJSON extends ClerkResourceJSON<'client'>, Timestamps {
  session_ids: string[];
  sessions: SessionJSON[];
  sign_in_id: string | null;
  sign_up_id: string | null;
  last_active_session_id: string | null;
  last_authentication_strategy: LastAuthenticationStrategy | null;
}

export interface SessionJSON extends ClerkResourceJSON<'session'>, Timestamps {
  client_id: string;
  user_id: string;
  status: string;
  last_active_organization_id?: string;
  actor: Record<string, unknown> | null;
  latest_activity?: SessionActivityJSON;
  last_active_at: number;
  expire_at: number;
  abandon_at: number;
}

export interface SessionActivityJSON extends ClerkResourceJSON {
  device_type?: string;
  is_mobile: boolean;
  browser_name?: string;
  browser_version?: string;
  ip_address?: string;
  city?: string;
  country?: string;
}

export interface SessionWebhookEventJSON extends SessionJSON {
  user: UserJSON | null;
}

export interface TokenJSON {
  object: 'token';
  jwt: string;
}

/** `Set-Cookie` directives for the application to pass on to the browser. */
export interface CookiesJSON {
  object: 'cookies';
  cookies: string[];
}

export interface HandshakePayloadJSON {
  directives: string[];
}

export interface JwksKeyJSON {
  use: string;
  kty: string;
  kid: string;
  alg: string;
  n: string;
  e: string;
}

export interface JwksJSON {
  keys?: JwksKeyJSON[];
}

export interface TestingTokenJSON {
  object: 'testing_token';
  token: string;
  /** Seconds since 1970. */
  expires_at: number;
}

export interface SignInTokenJSON extends ClerkResourceJSON<'sign_in_token'>, Timestamps {
  user_id: string;
  token: string;
  status: 'pending' | 'accepted' | 'revoked';
  url: string;
}

export interface ActorTokenJSON extends ClerkResourceJSON<'actor_token'>, Timestamps {
  status: 'pending' | 'accepted' | 'revoked';
  user_id: string;
  actor: Record<string, unknown> | null;
  token?: string | null;
  url?: string | null;
}
