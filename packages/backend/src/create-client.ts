import { createBackendApiClient, type ApiClient } from './api/client.ts';
import type { BackendApiOptions } from './api/request.ts';
import { createAuthenticateRequest } from './factory.ts';
import type { AuthenticateRequestOptions } from './request/settings.ts';
import { defaultApiUrl } from './urls.ts';

export interface ClerkOptions
  extends BackendApiOptions,
    Pick<AuthenticateRequestOptions, 'audience' | 'jwtKey' | 'proxyUrl' | 'publishableKey' | 'domain' | 'isSatellite'> {
  /** Accepted for compatibility; this package says nothing about its caller to anybody. */
  sdkMetadata?: { name: string; version: string; environment?: string };
  /** Accepted for compatibility; there is no telemetry. */
  telemetry?: { disabled?: boolean; debug?: boolean; samplingRate?: number };
}

export type ClerkClient = ApiClient & ReturnType<typeof createAuthenticateRequest>;

/**
 * The Backend API and request authentication for one instance
 * (docs: reference/backend/overview).
 */
export function createClerkClient(options: ClerkOptions): ClerkClient {
  const resolved = { ...options, apiUrl: options.apiUrl ?? defaultApiUrl(options) };
  const apiClient = createBackendApiClient(resolved);
  return { ...apiClient, ...createAuthenticateRequest({ options: resolved, apiClient }) };
}
