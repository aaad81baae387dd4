/** Helpers for Cypress. */
export { addClerkCommands } from './commands.ts';
export { clerkSetup } from './setup.ts';
export { setupClerkTestingToken } from './testing-token.ts';
export type { ClerkSetupOptions, ClerkSignInParams, ClerkSignOutOptions, SetupClerkTestingTokenOptions } from '../types.ts';
