// What the stand-in Clerk object can be told to be like.
import type { SessionScenario } from './fake-session.ts';

export interface Scenario extends SessionScenario {
  signedIn?: boolean;
  /** How many more email addresses and devices the person has than usual. */
  many?: number;
  multiSession?: boolean;
  /** Signed out of the account that was in use; others of this browser are still there. */
  choosing?: boolean;
  social?: string[];
  /** Wallets to sign in with. */
  wallets?: string[];
  /** How the wallet answers; it signs without it. */
  wallet?: 'missing' | 'refused' | 'new';
  /** What this browser signed in with last. */
  lastUsed?: string;
  attributes?: Record<string, object>;
  displayConfig?: object;
  signUpMode?: 'public' | 'restricted' | 'waitlist';
  legalConsent?: boolean;
  firstFactors?: object[];
  secondFactor?: boolean;
  /** Asks for one more proof of somebody whom this device does not know. */
  clientTrust?: boolean;
  /** How email links go once they are opened, of which an event `linkopened` tells the page. */
  emailLink?: { status: 'verified' | 'expired' };
  /** Second factors the signed-in user has. */
  twoStep?: ('totp' | 'phone' | 'backup')[];
  /** How many organizations the person is in. */
  organizations?: number;
  /** The person may not make organizations. */
  noCreating?: boolean;
  slugsOff?: boolean;
  /** The organization that is gone when it is chosen. */
  goneOrganization?: string;
  /** Scripts that the server wants in the page. */
  loaders?: object[];
  options?: object;
}
