import type { EnvironmentResource as EnvironmentJSON } from '@foyer/protocol/schemas/resources/environment';
import type { UserResource as UserJSON } from '@foyer/protocol/schemas/resources/user';
import type { ClientJSON } from '../resources/client.ts';
import { createJwt } from './jwt.ts';

/** A development instance whose host marks it as one. */
export const DEVELOPMENT_KEY = `pk_test_${btoa('glad-fox-1.clerk.accounts.dev$')}`;
export const PRODUCTION_KEY = `pk_live_${btoa('clerk.example.com$')}`;

const TIMES = { created_at: 1_700_000_000_000, updated_at: 1_700_000_000_000 };

export function userJson(overrides: Partial<UserJSON> = {}): UserJSON {
  const lists = ['email_addresses', 'phone_numbers', 'web3_wallets', 'external_accounts', 'enterprise_accounts', 'saml_accounts', 'passkeys'];
  const organization = {
    object: 'organization', id: 'org_1', name: 'Acme', slug: 'acme', has_image: false, public_metadata: {},
    max_allowed_memberships: 5, admin_delete_enabled: true, ...TIMES,
  };
  const membership = {
    object: 'organization_membership', id: 'orgmem_1', organization, role: 'org:admin', role_name: 'Admin',
    permissions: ['org:invoices:read'], public_metadata: {}, ...TIMES,
  };
  return {
    object: 'user', id: 'user_1', first_name: 'Ada', last_name: 'Lovelace', public_metadata: {}, unsafe_metadata: {},
    ...Object.fromEntries(lists.map((name) => [name, []])), organization_memberships: [membership], ...TIMES, ...overrides,
  } as unknown as UserJSON;
}

type SessionOverrides = { organization?: string | null; iat?: number; user?: UserJSON; status?: string; tasks?: { key: string }[] };

export function sessionJson(id: string, { organization = null, iat = 1_700_000_000, user = userJson(), ...overrides }: SessionOverrides = {}) {
  return {
    object: 'session', id, status: 'active', user, public_user_data: null, last_active_organization_id: organization,
    factor_verification_age: [0, -1], expire_at: 1, abandon_at: 1, last_active_at: iat, ...TIMES,
    last_active_token: { object: 'token', jwt: tokenText(id, { organization, iat }) }, ...overrides,
  };
}

export function tokenText(sid: string, { organization = null, iat = 1_700_000_000 }: { organization?: string | null; iat?: number } = {}): string {
  return createJwt({ sid, sub: 'user_1', iat, exp: iat + 60, ...(organization ? { v: 2, o: { id: organization } } : {}) });
}

export function clientJson(sessions: object[] = [], overrides: Partial<ClientJSON> = {}): ClientJSON {
  const [first] = sessions as { id: string }[];
  return {
    object: 'client', id: 'client_1', sessions, sign_in: null, sign_up: null, last_active_session_id: first?.id ?? null,
    captcha_bypass: false, cookie_expires_at: null, ...TIMES, ...overrides,
  } as unknown as ClientJSON;
}

export function environmentJson({ singleSession = true } = {}): EnvironmentJSON {
  return {
    auth_config: { single_session_mode: singleSession, claimed_at: null },
    display_config: { sign_in_url: 'https://accounts.test/sign-in', sign_up_url: 'https://accounts.test/sign-up', after_sign_out_one_url: 'https://accounts.test/choose', captcha_oauth_bypass: [] },
    user_settings: {
      attributes: {}, social: {}, sign_in: {}, sign_up: {}, saml: {}, enterprise_sso: {}, actions: {}, passkey_settings: {},
      password_settings: { min_length: 8, max_length: 72, require_numbers: true }, username_settings: {},
    },
    organization_settings: {}, commerce_settings: {}, api_keys_settings: {}, maintenance_mode: false, client_debug_mode: false,
  } as unknown as EnvironmentJSON;
}
