import { createClerkClient, type ClerkClient } from '@foyer/backend';
import { readEnvironment } from './environment.ts';

let client: ClerkClient | undefined;

/** The client that the environment variables describe, made once. */
export function environmentClient(): ClerkClient {
  return (client ??= createClerkClient(readEnvironment()));
}

/**
 * The Backend API of the instance whose keys are in CLERK_SECRET_KEY and CLERK_PUBLISHABLE_KEY. They
 * are read when it is first used, not when it is imported.
 */
export const clerkClient: ClerkClient = new Proxy({} as ClerkClient, {
  get: (_, name) => Reflect.get(environmentClient(), name),
  has: (_, name) => name in environmentClient(),
  ownKeys: () => Reflect.ownKeys(environmentClient()),
  getOwnPropertyDescriptor: (_, name) => ({
    configurable: true,
    enumerable: true,
    value: Reflect.get(environmentClient(), name),
  }),
});
