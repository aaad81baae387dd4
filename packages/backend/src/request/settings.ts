/** Options of `createClerkClient()` and `authenticateRequest()`, normalised once so that the request path has no configuration branches. */
import { parsePublishableKey, type InstanceType } from '@foyer/protocol/keys';
import type { ApiClient } from '../api/client.ts';
import type { ClaimExpectations } from '../jwt/checks.ts';
import type { KeySource } from '../tokens/key-source.ts';
import { TokenType, type AcceptedTokens } from '../tokens/token-types.ts';
import { keySourceFor, type VerifyTokenOptions } from '../tokens/verify-token.ts';
import { defaultApiUrl, developmentFrontendUrl } from '../urls.ts';
import { createOrganizationMatcher, type OrganizationMatcher } from './organization-target.ts';

export interface OrganizationSyncOptions {
  /** Paths that belong to an organization, with `:id` or `:slug` in them, e.g. `/orgs/:slug/(.*)`. */
  organizationPatterns?: string[];
  /** Paths that belong to the personal account. */
  personalAccountPatterns?: string[];
}

export interface AuthenticateRequestOptions extends VerifyTokenOptions {
  publishableKey?: string;
  /** Domain of a satellite application. */
  domain?: string;
  isSatellite?: boolean;
  /** Where browsers reach the Frontend API, if not at the host in the publishable key. */
  proxyUrl?: string;
  signInUrl?: string;
  signUpUrl?: string;
  afterSignInUrl?: string;
  afterSignUpUrl?: string;
  organizationSyncOptions?: OrganizationSyncOptions;
  /** Kinds of tokens this route takes; session tokens unless given. */
  acceptsToken?: AcceptedTokens;
  machineSecretKey?: string;
  apiClient?: ApiClient;
}

export interface Settings {
  readonly options: AuthenticateRequestOptions;
  readonly acceptsToken: AcceptedTokens;
  readonly publishableKey: string;
  readonly instanceType: InstanceType;
  /** Host in the publishable key: what the instance's tokens have as issuer. */
  readonly issuerHost: string;
  /** Frontend API host of a production satellite on a domain of its own. */
  readonly satelliteHost: string | undefined;
  /** Absolute URL under which browsers reach the Frontend API, without a closing slash. */
  readonly frontendUrl: string;
  readonly proxyUrl: string | undefined;
  readonly domain: string;
  readonly isSatellite: boolean;
  readonly keys: KeySource;
  readonly expected: ClaimExpectations;
  readonly organizationTarget: OrganizationMatcher;
  readonly apiClient: ApiClient | undefined;
}

/** @throws Error that says which option is missing or wrong */
export function createSettings(options: AuthenticateRequestOptions): Settings {
  const { publishableKey = '', domain = '', isSatellite = false, acceptsToken = TokenType.SessionToken } = options;
  const key = parsePublishableKey(publishableKey);
  // Machine tokens are verified by the Backend API alone; everything else needs to know its instance.
  if (!key && acceptsToken !== TokenType.M2MToken) {
    throw new Error(
      publishableKey
        ? 'The publishable key is not valid. Copy it anew from the dashboard (CLERK_PUBLISHABLE_KEY).'
        : 'Missing publishableKey. Set the CLERK_PUBLISHABLE_KEY environment variable.',
    );
  }
  checkSecrets(options, acceptsToken);
  const instanceType = key?.instanceType ?? 'development';
  const issuerHost = key?.frontendApi ?? '';
  const apiUrl = options.apiUrl ?? defaultApiUrl(options);
  const proxyUrl = options.proxyUrl || (instanceType === 'development' ? developmentFrontendUrl(apiUrl) : undefined);
  const satelliteHost = isSatellite && domain && instanceType === 'production' ? `clerk.${domain}` : undefined;
  const settings: Settings = {
    options,
    acceptsToken,
    publishableKey,
    instanceType,
    issuerHost,
    satelliteHost,
    frontendUrl: (proxyUrl ?? `https://${satelliteHost ?? issuerHost}`).replace(/\/+$/, ''),
    proxyUrl,
    domain,
    isSatellite,
    keys: keySourceFor(options),
    expected: options,
    organizationTarget: createOrganizationMatcher(options.organizationSyncOptions),
    apiClient: options.apiClient,
  };
  if (isSatellite) checkSatellite(options, settings);
  return settings;
}

function checkSecrets({ secretKey, machineSecretKey, jwtKey }: AuthenticateRequestOptions, accepts: AcceptedTokens): void {
  if (accepts === TokenType.M2MToken) {
    if (machineSecretKey || secretKey) return;
    throw new Error('Missing a key to verify M2M tokens with. Set CLERK_MACHINE_SECRET_KEY or CLERK_SECRET_KEY.');
  }
  if (!secretKey && !jwtKey) {
    throw new Error('Missing secretKey. Set the CLERK_SECRET_KEY environment variable to the secret key of your instance.');
  }
}

/** A satellite signs in at its primary, so it has to know where that is and what its own address is. */
function checkSatellite({ signInUrl, proxyUrl, domain }: AuthenticateRequestOptions, { instanceType }: Settings): void {
  if (!signInUrl && instanceType === 'development') {
    throw new Error('Missing signInUrl. A satellite application signs in at its primary domain: set CLERK_SIGN_IN_URL to the sign-in page there.');
  }
  if (signInUrl && instanceType === 'development' && !URL.canParse(signInUrl)) {
    throw new Error('The signInUrl of a satellite application must be an absolute URL of its primary domain.');
  }
  if (!proxyUrl && !domain) {
    throw new Error('Missing domain and proxyUrl. A satellite application needs one of them (CLERK_DOMAIN, CLERK_PROXY_URL).');
  }
}
