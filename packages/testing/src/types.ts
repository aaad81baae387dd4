/** How the tests reach an instance; unset, the environment variables of the same names say it. */
export interface ClerkSetupOptions {
  /** Says on the console what is being done. */
  debug?: boolean;
  /** Where browsers reach the Frontend API: a host, or a whole URL for one that is not at `https://`. */
  frontendApiUrl?: string;
  publishableKey?: string;
  secretKey?: string;
  /** Whether `.env.local` and `.env` are read first. Default: true. */
  dotenv?: boolean;
}

export interface SetupClerkTestingTokenOptions {
  /** As in {@link ClerkSetupOptions}. */
  frontendApiUrl?: string;
}

/** Ways to sign in that a test can take by itself. People with a second factor are signed in by `emailAddress`. */
export type ClerkSignInParams =
  | { strategy: 'password'; password: string; identifier: string }
  /** The identifier must be a test number (+1 XXX 555-01XX) or a test address (…+clerk_test@…). */
  | { strategy: 'phone_code' | 'email_code'; identifier: string }
  | { strategy: 'ticket'; ticket: string };

export interface ClerkSignOutOptions {
  /** Only this session; otherwise all of the browser. */
  sessionId?: string;
  redirectUrl?: string;
}
