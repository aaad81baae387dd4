import { backendClient } from '../environment.ts';
import { signInHere, type TestedClerk } from '../sign-in.ts';
import type { ClerkSignInParams, ClerkSignOutOptions, SetupClerkTestingTokenOptions } from '../types.ts';
import type { PlaywrightPage } from './page.ts';
import { setupClerkTestingToken } from './testing-token.ts';

export interface ClerkLoadedOptions {
  page: PlaywrightPage;
}

export interface ClerkSignInOptions extends ClerkLoadedOptions {
  signInParams: ClerkSignInParams;
  setupClerkTestingTokenOptions?: SetupClerkTestingTokenOptions;
}

export interface ClerkSignInByEmailOptions extends ClerkLoadedOptions {
  emailAddress: string;
  setupClerkTestingTokenOptions?: SetupClerkTestingTokenOptions;
}

export interface ClerkSignOutParams extends ClerkLoadedOptions {
  signOutOptions?: ClerkSignOutOptions;
}

/** Long enough for a slow test; the ticket is used at once. Seconds. */
const TICKET_LIFE = 300;

/** The window that functions see when Playwright runs them in the page. */
declare const window: { Clerk?: TestedClerk };

/**
 * Signing in and out in a page that has loaded the SDK and needs nobody to be signed in
 * (testing/playwright/test-helpers).
 */
export const clerk = {
  /**
   * Signs somebody in: by `signInParams`, or by `emailAddress` alone, which needs CLERK_SECRET_KEY and
   * counts for both factors.
   *
   * @throws Error when the page has nobody to sign in, or needs more than a test can give
   */
  async signIn(options: ClerkSignInOptions | ClerkSignInByEmailOptions): Promise<void> {
    const { page, setupClerkTestingTokenOptions } = options;
    await setupClerkTestingToken({ page, ...(setupClerkTestingTokenOptions ? { options: setupClerkTestingTokenOptions } : {}) });
    await clerk.loaded({ page });
    const signInParams = 'emailAddress' in options ? await ticketFor(options.emailAddress) : options.signInParams;
    await page.evaluate(signInHere, { signInParams });
    await page.waitForFunction(() => Boolean(window.Clerk?.user));
  },

  /** Signs out of one session, or of all. */
  async signOut({ page, signOutOptions }: ClerkSignOutParams): Promise<void> {
    await clerk.loaded({ page });
    await page.evaluate(async (options: ClerkSignOutOptions | undefined) => {
      await window.Clerk?.signOut(options);
    }, signOutOptions);
  },

  /** Waits until the SDK is loaded. */
  async loaded({ page }: ClerkLoadedOptions): Promise<void> {
    await page.waitForFunction(() => window.Clerk?.loaded === true);
  },
};

async function ticketFor(emailAddress: string): Promise<ClerkSignInParams> {
  const backend = backendClient();
  const { data } = await backend.users.getUserList({ emailAddress: [emailAddress] });
  const [user] = data;
  if (!user) throw new Error(`There is no user with the address ${emailAddress}. Create one first, for example with clerkClient.users.createUser().`);
  const { token } = await backend.signInTokens.createSignInToken({ userId: user.id, expiresInSeconds: TICKET_LIFE });
  return { strategy: 'ticket', ticket: token };
}
