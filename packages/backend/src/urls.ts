/** Where an instance's APIs are when nobody says so. */
import { isDevelopmentSecretKey, parsePublishableKey } from '@foyer/protocol/keys';

/** A development instance is the local server's; its key's host resolves nowhere. */
const LOCAL_SERVER = 'http://localhost:4000';

/**
 * Backend API of an instance: the local server's for development keys, and in production
 * `api.` beside the Frontend API (`clerk.example.com` → `https://api.example.com`).
 */
export function defaultApiUrl({ publishableKey, secretKey }: { publishableKey?: string; secretKey?: string }): string | undefined {
  const key = parsePublishableKey(publishableKey);
  const development = key ? key.instanceType === 'development' : secretKey !== undefined && isDevelopmentSecretKey(secretKey);
  if (development) return `${LOCAL_SERVER}/api`;
  return key ? `https://${key.frontendApi.replace(/^[^.]*\./, 'api.')}` : undefined;
}

/**
 * Frontend API of a development instance, which browsers can only reach through the server that
 * also answers the Backend API: its URL without the closing `/api`.
 */
export function developmentFrontendUrl(apiUrl: string | undefined): string {
  return (apiUrl ?? LOCAL_SERVER).replace(/(?:\/api)?\/*$/, '');
}
