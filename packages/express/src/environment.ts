import type { AuthenticateRequestOptions } from '@foyer/backend/internal';

/** The documented environment variables, read when first needed so that a `.env` file may be loaded after this package. */
export function readEnvironment(): AuthenticateRequestOptions {
  return {
    publishableKey: read('CLERK_PUBLISHABLE_KEY'),
    secretKey: read('CLERK_SECRET_KEY'),
    machineSecretKey: read('CLERK_MACHINE_SECRET_KEY'),
    jwtKey: read('CLERK_JWT_KEY'),
    apiUrl: read('CLERK_API_URL'),
    apiVersion: read('CLERK_API_VERSION'),
    proxyUrl: read('CLERK_PROXY_URL'),
    domain: read('CLERK_DOMAIN'),
    isSatellite: read('CLERK_IS_SATELLITE') === undefined ? undefined : isTruthy(read('CLERK_IS_SATELLITE')),
    signInUrl: read('CLERK_SIGN_IN_URL'),
    signUpUrl: read('CLERK_SIGN_UP_URL'),
  };
}

/** An empty variable is the same as none. */
function read(name: string): string | undefined {
  return process.env[name] || undefined;
}

function isTruthy(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}
