import type { ClerkResource } from './common.ts';
import type { ActiveSessionResource, SessionResource, SignedInSessionResource } from './session.ts';
import type { SignInResource } from './sign-in.ts';
import type { SignUpResource } from './sign-up.ts';
import type { LastAuthenticationStrategy } from './strategies.ts';

/** This browser or device, with its sessions and the attempts in progress. */
export interface ClientResource extends ClerkResource {
  sessions: SessionResource[];
  signedInSessions: SignedInSessionResource[];
  /** @deprecated Use `signedInSessions`. */
  activeSessions: ActiveSessionResource[];
  signUp: SignUpResource;
  signIn: SignInResource;
  isNew: () => boolean;
  create: () => Promise<ClientResource>;
  destroy: () => Promise<void>;
  removeSessions: () => Promise<ClientResource>;
  clearCache: () => void;
  isEligibleForTouch: () => boolean;
  buildTouchUrl: (params: { redirectUrl: URL }) => string;
  lastActiveSessionId: string | null;
  lastAuthenticationStrategy: LastAuthenticationStrategy | null;
  captchaBypass: boolean;
  cookieExpiresAt: Date | null;
  createdAt: Date | null;
  updatedAt: Date | null;
  __internal_sendCaptchaToken: (params: unknown) => Promise<ClientResource>;
}
