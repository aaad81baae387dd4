import { signInHere, type TestedClerk } from '../sign-in.ts';
import type { ClerkSignInParams, ClerkSignOutOptions } from '../types.ts';
import type { CypressCommands, CypressProgram } from './cypress.ts';
import { interceptFrontendApi } from './testing-token.ts';

declare global {
  namespace Cypress {
    interface Chainable {
      /** Signs somebody in. Visit a page first that loads the SDK and needs nobody to be signed in. */
      clerkSignIn(signInParams: ClerkSignInParams): Chainable;
      /** Signs out of one session, or of all. */
      clerkSignOut(signOutOptions?: ClerkSignOutOptions): Chainable;
      /** Waits until the SDK is loaded on the page. */
      clerkLoaded(): Chainable;
    }
  }
}

/**
 * Adds `cy.clerkSignIn()`, `cy.clerkSignOut()` and `cy.clerkLoaded()`. Call it in the support file
 * (testing/cypress/custom-commands).
 */
export function addClerkCommands({ Cypress, cy }: { Cypress: CypressProgram; cy: CypressCommands }): void {
  const loaded = () =>
    cy.window({ log: false }).should((window) => {
      if (clerkOf(window)?.loaded !== true) throw new Error('Clerk is not loaded on this page yet.');
    });

  Cypress.Commands.add('clerkLoaded', loaded);

  Cypress.Commands.add('clerkSignIn', (signInParams: ClerkSignInParams) => {
    interceptFrontendApi(Cypress, cy);
    return loaded().then(async (page) => {
      await signInHere({ signInParams, page });
    });
  });

  Cypress.Commands.add('clerkSignOut', (options?: ClerkSignOutOptions) =>
    loaded().then(async (page) => {
      await clerkOf(page)?.signOut(options);
    }),
  );
}

function clerkOf(window: object): TestedClerk | undefined {
  return (window as { Clerk?: TestedClerk }).Clerk;
}
