import { existsSync } from 'node:fs';
import { createClerkClient, type ClerkClient } from '@foyer/backend';
import { parsePublishableKey } from '@foyer/protocol/keys';
import type { ClerkSetupOptions } from './types.ts';

/** What the helpers in the browser need, under the names of the environment variables that hold it. */
export interface TestingEnvironment {
  /** Where browsers reach the Frontend API. */
  CLERK_FAPI: string;
  CLERK_TESTING_TOKEN: string;
}

/** The same name as servers, Vite and Next.js have it. */
const PREFIXES = ['', 'VITE_', 'NEXT_PUBLIC_'];

/**
 * Finds out where the instance is and asks it for a testing token, unless there is one already.
 *
 * @throws Error that names the variable that is missing; `ClerkAPIResponseError` when the instance refuses
 */
export async function readTestingEnvironment(options: ClerkSetupOptions = {}): Promise<TestingEnvironment> {
  if (options.dotenv !== false) loadEnvFiles();
  const log = options.debug ? (text: string) => console.log(`Foyer: ${text}`) : () => undefined;
  const frontendApi = frontendApiOf(options);
  log(`the Frontend API is ${frontendApi}`);
  const given = process.env['CLERK_TESTING_TOKEN'];
  if (given) log('using the testing token in CLERK_TESTING_TOKEN');
  return { CLERK_FAPI: frontendApi, CLERK_TESTING_TOKEN: given || (await backendClient(options).testingTokens.createTestingToken()).token };
}

/**
 * The Backend API, for what only a server may do.
 *
 * @throws Error when there is no secret key
 */
export function backendClient(options: ClerkSetupOptions = {}): ClerkClient {
  const secretKey = options.secretKey || process.env['CLERK_SECRET_KEY'];
  if (!secretKey) throw new Error('Set CLERK_SECRET_KEY (or the option secretKey) to the secret key of the instance that you test with.');
  const publishableKey = options.publishableKey || read('CLERK_PUBLISHABLE_KEY');
  const apiUrl = process.env['CLERK_API_URL'];
  return createClerkClient({ secretKey, ...(publishableKey ? { publishableKey } : {}), ...(apiUrl ? { apiUrl } : {}) });
}

function frontendApiOf(options: ClerkSetupOptions): string {
  const given = options.frontendApiUrl || process.env['CLERK_FAPI'] || read('CLERK_PROXY_URL');
  if (given) return given;
  const publishableKey = options.publishableKey || read('CLERK_PUBLISHABLE_KEY');
  const key = parsePublishableKey(publishableKey);
  if (!key) throw new Error('Set CLERK_PUBLISHABLE_KEY (or the option publishableKey) to the publishable key of the instance that you test with.');
  if (key.instanceType === 'production') return key.frontendApi;
  // Nothing answers at the host of a development key: it is where its Backend API is.
  return (process.env['CLERK_API_URL'] ?? 'http://localhost:4000/api').replace(/\/api\/*$/, '');
}

/** An empty variable is the same as none. */
function read(name: string): string | undefined {
  return PREFIXES.map((prefix) => process.env[prefix + name]).find(Boolean);
}

/** What is set already stays; of the two files the more local one wins. */
function loadEnvFiles(): void {
  for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file);
}
