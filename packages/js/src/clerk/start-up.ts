/** What `load()` fetches, and what it does when the server cannot be reached. Protocol: start-up sequence. */
import { hasErrorCode, is4xxError } from '../core/error-guards.ts';
import type { Send } from '../core/send.ts';
import type { ClientJSON } from '../resources/client.ts';
import type { Environment } from '../resources/environment.ts';
import { Token } from '../resources/token.ts';

type EnvironmentJSON = Environment['json'];

const SNAPSHOT_LIFE = 24 * 60 * 60 * 1000;

/**
 * Fetches the environment. In development with PATCH: it lets FAPI learn the app's origin. When the server cannot
 * be reached, the answer of the last start is used, if it is less than a day old.
 */
export async function fetchEnvironment(send: Send, key: string, development: boolean): Promise<{ json: EnvironmentJSON; fresh: boolean }> {
  try {
    const json = (await send({ method: development ? 'PATCH' : 'GET', path: '/environment' })) as EnvironmentJSON;
    keepSnapshot(key, json);
    return { json, fresh: true };
  } catch (error) {
    const snapshot = is4xxError(error) ? null : readSnapshot(key);
    if (snapshot) return { json: snapshot, fresh: false };
    throw error;
  }
}

function storageKey(key: string): string {
  return `__clerk_environment.${key}`;
}

function keepSnapshot(key: string, json: EnvironmentJSON): void {
  try {
    localStorage.setItem(storageKey(key), JSON.stringify({ json, at: Date.now() }));
  } catch {
    // Storage may be full or forbidden; the snapshot is only for a bad day.
  }
}

function readSnapshot(key: string): EnvironmentJSON | null {
  try {
    const { json, at } = JSON.parse(localStorage.getItem(storageKey(key)) ?? 'null') as { json: EnvironmentJSON; at: number };
    return Date.now() - at < SNAPSHOT_LIFE ? json : null;
  } catch {
    return null;
  }
}

/** Fetches the client; a dev browser that the server does not know any more is renewed first. */
export async function fetchClient(send: Send, renewDevBrowser: (() => Promise<void>) | undefined): Promise<ClientJSON | null> {
  const fetchOnce = () => send({ path: '/client' }) as Promise<ClientJSON | null>;
  try {
    return await fetchOnce();
  } catch (error) {
    if (!renewDevBrowser || !hasErrorCode(error, 'dev_browser_unauthenticated')) throw error;
    await renewDevBrowser();
    return fetchOnce();
  }
}

/** A client as far as the session token tells, for when the server does not answer. */
export function clientFromToken(jwt: string | undefined): ClientJSON | null {
  const token = jwt ? parseToken(jwt) : null;
  if (!token) return null;
  const { sid, sub, sts, exp, fva, o, org_id: organizationId } = token.claims;
  const organization = (o as { id?: string } | undefined)?.id ?? (organizationId as string | undefined) ?? null;
  const lists = ['email_addresses', 'phone_numbers', 'web3_wallets', 'external_accounts', 'enterprise_accounts', 'saml_accounts', 'passkeys', 'organization_memberships'];
  const user = { object: 'user', id: sub, public_metadata: {}, unsafe_metadata: {}, ...Object.fromEntries(lists.map((name) => [name, []])) };
  const session = {
    object: 'session', id: sid, status: sts ?? 'active', user, public_user_data: null, last_active_organization_id: organization,
    factor_verification_age: fva ?? null, expire_at: exp * 1000, abandon_at: exp * 1000, last_active_at: Date.now(),
    created_at: Date.now(), updated_at: Date.now(), last_active_token: { object: 'token', jwt },
  };
  const client = { object: 'client', id: '', sessions: [session], sign_in: null, sign_up: null, last_active_session_id: sid };
  return client as unknown as ClientJSON;
}

function parseToken(jwt: string): Token | null {
  try {
    return new Token(jwt);
  } catch {
    return null;
  }
}
