import type { OrganizationResource } from './organization.ts';
import type { SignedInSessionResource } from './session.ts';

/** Goes somewhere regardless of any `redirect_url` in the address. */
export interface ForceRedirectUrls {
  signInForceRedirectUrl?: string | null;
  signUpForceRedirectUrl?: string | null;
}
/** Goes somewhere when the address names no `redirect_url`. */
export interface FallbackRedirectUrls {
  signInFallbackRedirectUrl?: string | null;
  signUpFallbackRedirectUrl?: string | null;
}
export interface LegacyRedirectUrls {
  /** @deprecated Use `fallbackRedirectUrl` or `forceRedirectUrl`. */
  afterSignInUrl?: string | null;
  /** @deprecated Use `fallbackRedirectUrl` or `forceRedirectUrl`. */
  afterSignUpUrl?: string | null;
  /** @deprecated Use `fallbackRedirectUrl` or `forceRedirectUrl`. */
  redirectUrl?: string | null;
}
export type SignInForceRedirectUrl = Pick<ForceRedirectUrls, 'signInForceRedirectUrl'>;
export type SignUpForceRedirectUrl = Pick<ForceRedirectUrls, 'signUpForceRedirectUrl'>;
export type SignInFallbackRedirectUrl = Pick<FallbackRedirectUrls, 'signInFallbackRedirectUrl'>;
export type SignUpFallbackRedirectUrl = Pick<FallbackRedirectUrls, 'signUpFallbackRedirectUrl'>;
export type LegacyRedirectProps = LegacyRedirectUrls;
export type RedirectUrlProp = Pick<LegacyRedirectUrls, 'redirectUrl'>;
export type RedirectOptions = ForceRedirectUrls & FallbackRedirectUrls & LegacyRedirectUrls;
export interface AfterSignOutUrl {
  afterSignOutUrl?: string | null;
}

export interface AfterMultiSessionSingleSignOutUrl {
  afterMultiSessionSingleSignOutUrl?: string | null;
}
/** Whether a sign-in may become a sign-up and the other way round. */
export interface TransferableOption {
  transferable?: boolean;
}

export type SignInRedirectOptions = RedirectOptions & { redirectUrl?: string | null; initialValues?: SignInInitialValues };
export type SignUpRedirectOptions = RedirectOptions & { redirectUrl?: string | null; initialValues?: SignUpInitialValues };
export type TasksRedirectOptions = RedirectOptions & { redirectUrl?: string | null };

export interface SignInInitialValues {
  emailAddress?: string;
  phoneNumber?: string;
  username?: string;
}
export interface SignUpInitialValues extends SignInInitialValues {
  firstName?: string;
  lastName?: string;
  legalAccepted?: boolean;
}

export interface NavigateOptions {
  replace?: boolean;
}
export type CustomNavigation = (to: string, options?: NavigateOptions) => Promise<unknown> | void;
export type RouterFn = (to: string, metadata?: { windowNavigate: (to: URL | string) => void }) => Promise<unknown> | unknown;

export type BeforeEmitCallback = (session?: SignedInSessionResource | null) => void | Promise<unknown>;
export type SetActiveNavigate = (params: { session: SignedInSessionResource }) => void | Promise<unknown>;
export interface SetActiveParams {
  /** Session to make active; null signs out of the active one. */
  session?: SignedInSessionResource | string | null;
  /** Organization to make active, by resource, id or slug; null for the personal account. */
  organization?: OrganizationResource | string | null;
  /** @deprecated Use `redirectUrl` or `navigate`. */
  beforeEmit?: BeforeEmitCallback;
  redirectUrl?: string;
  /** Takes precedence over `redirectUrl`. */
  navigate?: SetActiveNavigate;
}
export type SetActive = (params: SetActiveParams) => Promise<void>;

export interface SignOutOptions {
  /** Only this session; all of the client without it. */
  sessionId?: string;
  redirectUrl?: string;
}
export type SignOutCallback = () => void | Promise<unknown>;
export interface SignOut {
  (options?: SignOutOptions): Promise<void>;
  (callback?: SignOutCallback, options?: SignOutOptions): Promise<void>;
}

export interface HandleOAuthCallbackParams extends RedirectOptions, TransferableOption {
  signInUrl?: string;
  signUpUrl?: string;
  firstFactorUrl?: string;
  secondFactorUrl?: string;
  resetPasswordUrl?: string;
  continueSignUpUrl?: string | null;
  verifyEmailAddressUrl?: string | null;
  verifyPhoneNumberUrl?: string | null;
  reloadResource?: 'signIn' | 'signUp';
  unsafeMetadata?: SignUpUnsafeMetadata;
}
export interface HandleEmailLinkVerificationParams {
  redirectUrl?: string;
  redirectUrlComplete?: string;
  onVerifiedOnOtherDevice?: () => void;
}
