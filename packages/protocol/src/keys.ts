/**
 * Publishable and secret keys, and what can be read from them.
 *
 * A publishable key is `pk_test_` or `pk_live_` followed by the base64 text of the instance's
 * Frontend API host and a closing `$`. A secret key is `sk_test_` or `sk_live_` and random text.
 */

export type InstanceType = 'development' | 'production';

export interface ParsedPublishableKey {
  instanceType: InstanceType;
  /** Host of the Frontend API, possibly with a port. */
  frontendApi: string;
}

const PUBLISHABLE_PREFIX: Record<InstanceType, string> = { production: 'pk_live_', development: 'pk_test_' };

/** Hosts by which SDKs recognise an instance that keeps its session in a development browser. */
const DEVELOPMENT_SUFFIXES = [
  '.lcl.dev',
  '.stg.dev',
  '.lclstage.dev',
  '.stgstage.dev',
  '.dev.lclclerk.com',
  '.stg.lclclerk.com',
  '.accounts.lclclerk.com',
  'accountsstage.dev',
  'accounts.dev',
];

/** Builds the publishable key of an instance from its type and Frontend API host. */
export function createPublishableKey(instanceType: InstanceType, frontendApi: string): string {
  return PUBLISHABLE_PREFIX[instanceType] + btoa(`${frontendApi}$`);
}

/** Reads a publishable key; `null` when it is not one. */
export function parsePublishableKey(key: string | null | undefined): ParsedPublishableKey | null {
  if (!key) return null;
  const instanceType = key.startsWith('pk_live_') ? 'production' : key.startsWith('pk_test_') ? 'development' : null;
  if (instanceType === null || key.split('_').length !== 3) return null;
  const decoded = decodeBase64(key.slice(8));
  if (decoded === null || !decoded.endsWith('$')) return null;
  const frontendApi = decoded.slice(0, -1);
  if (frontendApi.includes('$') || !frontendApi.includes('.')) return null;
  return { instanceType, frontendApi };
}

function decodeBase64(text: string): string | null {
  try {
    return atob(text);
  } catch {
    return null;
  }
}

/** Whether a secret key belongs to a development instance; old keys without `sk_` count too. */
export function isDevelopmentSecretKey(secretKey: string): boolean {
  return secretKey.startsWith('sk_test_') || secretKey.startsWith('test_');
}

/** Whether SDKs treat this Frontend API host as a development one (it then needs a dev browser). */
export function isDevelopmentHost(host: string): boolean {
  return DEVELOPMENT_SUFFIXES.some((suffix) => host.endsWith(suffix));
}

/**
 * Account portal origin that SDKs derive from a Frontend API host:
 * `foo-bar-1.clerk.accounts.dev` → `https://foo-bar-1.accounts.dev`, `clerk.example.com` → `https://accounts.example.com`.
 */
export function accountPortalUrl(frontendApi: string): string {
  const host = frontendApi
    .replace('clerk.accountsstage.', 'accountsstage.')
    .replace(/clerk\.accounts\.|clerk\./, 'accounts.');
  return `https://${host}`;
}

/**
 * Suffix of an instance's cookies: the first eight characters of the base64url SHA-1 of its
 * publishable key.
 */
export async function cookieSuffix(publishableKey: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(publishableKey));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 8);
}
