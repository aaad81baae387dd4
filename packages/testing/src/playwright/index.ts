/** Helpers for Playwright. */
export { clerk, type ClerkLoadedOptions, type ClerkSignInByEmailOptions, type ClerkSignInOptions, type ClerkSignOutParams } from './clerk.ts';
export { clerkSetup } from './setup.ts';
export { setupClerkTestingToken, type SetupClerkTestingTokenParams } from './testing-token.ts';
export type { ClerkSetupOptions, ClerkSignInParams, ClerkSignOutOptions, SetupClerkTestingTokenOptions } from '../types.ts';
