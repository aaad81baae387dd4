/** Requests of a browser or a program to an application, and what a test says about their outcome. */
import { createHash } from 'node:crypto';
import { createClerkClient, type ClerkOptions } from '../create-client.ts';
import type { AuthenticateRequestOptions } from '../request/settings.ts';
import { DEVELOPMENT_KEY, mint, now, PRODUCTION_KEY, signingKey } from './tokens.ts';

export type Cookies = Record<string, string | number | undefined>;

export interface Visit {
  development?: boolean;
  url?: string;
  method?: string;
  /** A page load unless these say otherwise. */
  headers?: Record<string, string>;
  /** `$` in a name stands for the instance's suffix. */
  cookies?: Cookies;
  options?: AuthenticateRequestOptions;
  client?: Partial<ClerkOptions>;
}

export const DOCUMENT = { 'sec-fetch-dest': 'document' };
export const DATA = { 'sec-fetch-dest': 'empty', accept: 'application/json' };

export const DEVELOPMENT_ISSUER = 'https://happy-fox-1.clerk.accounts.dev';

/** Cookies of someone who is signed in, in production or in development. */
export const signedInCookies = (claims: object = {}): Cookies => ({ __session: mint(claims), __client_uat: now - 20 });
export const signedInDevelopmentCookies = (claims: object = {}): Cookies => ({
  ...signedInCookies({ iss: DEVELOPMENT_ISSUER, ...claims }),
  __clerk_db_jwt: 'db_1',
});

/** Authenticates one request; keys are local, so only what a test stubs is asked of the Backend API. */
export function visit({ development = false, url = 'https://app.example.com/page', method = 'GET', headers = DOCUMENT, cookies = {}, options, client }: Visit) {
  const publishableKey = development ? DEVELOPMENT_KEY : PRODUCTION_KEY;
  const suffix = createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
  const cookie = Object.entries(cookies)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name.replace('$', suffix)}=${value}`)
    .join('; ');
  const clerk = createClerkClient({
    publishableKey,
    secretKey: development ? 'sk_test_1' : 'sk_live_1',
    jwtKey: signingKey.pem,
    apiUrl: 'https://api.test',
    ...client,
  });
  return clerk.authenticateRequest(new Request(url, { method, headers: { ...(cookie && { cookie }), ...headers } }), options);
}
