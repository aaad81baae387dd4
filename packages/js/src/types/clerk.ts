import type { Appearance, LocalizationResource } from './appearance.ts';
import type { Web3Strategy } from './strategies.ts';
import type { ClientResource } from './client.ts';
import type { InstanceType } from './common.ts';
import type { GoogleOneTapProps, SignInModalProps, SignInProps, SignUpModalProps, SignUpProps, TaskChooseOrganizationProps, TaskProps, UserAvatarProps, UserButtonProps, UserProfileModalProps, UserProfileProps, UserVerificationModalProps, WaitlistModalProps, WaitlistProps } from './components.ts';
import type { AfterSignOutUrl, CustomNavigation, FallbackRedirectUrls, ForceRedirectUrls, HandleEmailLinkVerificationParams, HandleOAuthCallbackParams, LegacyRedirectUrls, RedirectOptions, RouterFn, SetActive, SignInRedirectOptions, SignOut, SignUpRedirectOptions, TasksRedirectOptions } from './navigation.ts';
import type { OrganizationResource } from './organization.ts';
import type { CreateOrganizationParams } from './organization-params.ts';
import type { SessionTask, SignedInSessionResource } from './session.ts';
import type { SignInResource } from './sign-in.ts';
import type { SignUpResource } from './sign-up.ts';
import type { UserResource } from './user.ts';

export type ClerkStatus = 'degraded' | 'error' | 'loading' | 'ready';
export interface SDKMetadata {
  name: string;
  version: string;
  environment?: string;
}

/** What `load()` can be told. */
export type ClerkOptions = ForceRedirectUrls & FallbackRedirectUrls & LegacyRedirectUrls & AfterSignOutUrl & {
  appearance?: Appearance;
  localization?: LocalizationResource;
  /** Keeps the session token fresh in the background; true unless given. */
  polling?: boolean;
  routerPush?: RouterFn;
  routerReplace?: RouterFn;
  routerDebug?: boolean;
  selectInitialSession?: (client: ClientResource) => SignedInSessionResource | null;
  /** False in native apps and extensions, which have no cookies. */
  standardBrowser?: boolean;
  supportEmail?: string;
  touchSession?: boolean;
  signInUrl?: string;
  signUpUrl?: string;
  afterMultiSessionSingleSignOutUrl?: string | null;
  newSubscriptionRedirectUrl?: string | null;
  allowedRedirectOrigins?: (string | RegExp)[];
  allowedRedirectProtocols?: string[];
  isSatellite?: boolean | ((url: URL) => boolean);
  /** Accepted and ignored: Foyer sends no telemetry. */
  telemetry?: false | { disabled?: boolean; debug?: boolean };
  sdkMetadata?: SDKMetadata;
  waitlistUrl?: string;
  taskUrls?: Partial<Record<SessionTask['key'], string>>;
  experimental?: Record<string, unknown>;
};

/** What listeners hear. */
export interface Resources {
  client: ClientResource;
  session?: SignedInSessionResource | null;
  user?: UserResource | null;
  organization?: OrganizationResource | null;
}
export type ListenerCallback = (emission: Resources) => void;
export type UnsubscribeCallback = () => void;

export interface WaitlistResource {
  id: string;
  createdAt: Date | null;
  updatedAt: Date | null;
}

type Mount<Props> = (node: HTMLDivElement, props?: Props) => void;
type Unmount = (node: HTMLDivElement) => void;
type Navigate = (to: string) => Promise<unknown> | void;

export interface Web3RedirectParams {
  customNavigate?: Navigate;
  redirectUrl?: string;
  /** Where a sign-up that lacks something goes on; the sign-up page unless given. */
  signUpContinueUrl?: string;
  /** Where a sign-in goes on that needs a second factor; the sign-in page unless given. */
  secondFactorUrl?: string;
  unsafeMetadata?: SignUpUnsafeMetadata;
  legalAccepted?: boolean;
}

export interface BuildUrlWithAuthParams {
  /** `false` leaves out the name of this browser that development instances put into URLs on another origin. */
  useQueryParam?: boolean | null;
}

export type ClerkAuthenticateWithWeb3Params = Web3RedirectParams & { strategy: Web3Strategy };
export type AuthenticateWithMetamaskParams = Web3RedirectParams;
export type AuthenticateWithCoinbaseWalletParams = Web3RedirectParams;
export type AuthenticateWithOKXWalletParams = Web3RedirectParams;
export type AuthenticateWithBaseParams = Web3RedirectParams;
export interface AuthenticateWithGoogleOneTapParams {
  /** What Google's window gave. */
  token: string;
  legalAccepted?: boolean;
}
export interface JoinWaitlistParams {
  emailAddress: string;
}

/** The Clerk object of a browser. */
export interface Clerk {
  version: string | undefined;
  sdkMetadata: SDKMetadata | undefined;
  loaded: boolean;
  status: ClerkStatus;
  frontendApi: string;
  publishableKey: string;
  proxyUrl: string | undefined;
  domain: string;
  isSatellite: boolean;
  instanceType: InstanceType | undefined;
  isStandardBrowser: boolean | undefined;
  isSignedIn: boolean;
  client: ClientResource | undefined;
  session: SignedInSessionResource | null | undefined;
  organization: OrganizationResource | null | undefined;
  user: UserResource | null | undefined;
  telemetry: undefined;
  __internal_getOption<K extends keyof ClerkOptions>(key: K): ClerkOptions[K];

  load: (options?: ClerkOptions) => Promise<void>;
  signOut: SignOut;
  setActive: SetActive;
  navigate: CustomNavigation;
  addListener: (callback: ListenerCallback) => UnsubscribeCallback;
  on: (event: 'status', handler: (status: ClerkStatus) => void, options?: { notify: boolean }) => void;
  off: (event: 'status', handler?: (status: ClerkStatus) => void) => void;

  openSignIn: (props?: SignInModalProps) => void;
  closeSignIn: () => void;
  openSignUp: (props?: SignUpModalProps) => void;
  closeSignUp: () => void;
  openUserProfile: (props?: UserProfileModalProps) => void;
  closeUserProfile: () => void;
  openWaitlist: (props?: WaitlistModalProps) => void;
  closeWaitlist: () => void;
  openGoogleOneTap: (props?: GoogleOneTapProps) => void;
  closeGoogleOneTap: () => void;
  __internal_openReverification: (props?: UserVerificationModalProps) => void;
  __internal_closeReverification: () => void;
  mountSignIn: Mount<SignInProps>;
  unmountSignIn: Unmount;
  mountSignUp: Mount<SignUpProps>;
  unmountSignUp: Unmount;
  mountUserButton: Mount<UserButtonProps>;
  unmountUserButton: Unmount;
  mountUserProfile: Mount<UserProfileProps>;
  unmountUserProfile: Unmount;
  mountUserAvatar: Mount<UserAvatarProps>;
  unmountUserAvatar: Unmount;
  mountTaskChooseOrganization: Mount<TaskChooseOrganizationProps>;
  unmountTaskChooseOrganization: Unmount;
  mountTaskResetPassword: Mount<TaskProps>;
  unmountTaskResetPassword: Unmount;
  mountTaskSetupMFA: Mount<TaskProps>;
  unmountTaskSetupMFA: Unmount;
  mountWaitlist: Mount<WaitlistProps>;
  unmountWaitlist: Unmount;

  buildUrlWithAuth: (to: string, options?: BuildUrlWithAuthParams) => string;
  buildHomeUrl: () => string;
  buildSignInUrl: (options?: SignInRedirectOptions) => string;
  buildSignUpUrl: (options?: SignUpRedirectOptions) => string;
  buildUserProfileUrl: () => string;
  buildCreateOrganizationUrl: () => string;
  buildOrganizationProfileUrl: () => string;
  buildTasksUrl: () => string;
  buildAfterSignInUrl: (options?: { params?: URLSearchParams }) => string;
  buildAfterSignUpUrl: (options?: { params?: URLSearchParams }) => string;
  buildAfterSignOutUrl: () => string;
  buildAfterMultiSessionSingleSignOutUrl: () => string;
  buildNewSubscriptionRedirectUrl: () => string;
  buildWaitlistUrl: (options?: { initialValues?: Record<string, string> }) => string;

  redirectWithAuth: (to: string) => Promise<unknown>;
  redirectToSignIn: (options?: SignInRedirectOptions) => Promise<unknown>;
  redirectToSignUp: (options?: SignUpRedirectOptions) => Promise<unknown>;
  redirectToUserProfile: () => Promise<unknown>;
  redirectToOrganizationProfile: () => Promise<unknown>;
  redirectToCreateOrganization: () => Promise<unknown>;
  redirectToAfterSignIn: () => void;
  redirectToAfterSignUp: () => void;
  redirectToAfterSignOut: () => void;
  redirectToWaitlist: () => void;
  redirectToTasks: (options?: TasksRedirectOptions) => Promise<unknown>;

  handleRedirectCallback: (params: HandleOAuthCallbackParams, customNavigate?: Navigate) => Promise<unknown>;
  handleEmailLinkVerification: (params: HandleEmailLinkVerificationParams, customNavigate?: Navigate) => Promise<unknown>;
  handleGoogleOneTapCallback: (signInOrUp: SignInResource | SignUpResource, params: HandleOAuthCallbackParams, customNavigate?: Navigate) => Promise<unknown>;
  handleUnauthenticated: (options?: { broadcast: boolean }) => Promise<unknown>;
  authenticateWithWeb3: (params: ClerkAuthenticateWithWeb3Params) => Promise<unknown>;
  authenticateWithMetamask: (params?: Web3RedirectParams) => Promise<unknown>;
  authenticateWithCoinbaseWallet: (params?: Web3RedirectParams) => Promise<unknown>;
  authenticateWithOKXWallet: (params?: Web3RedirectParams) => Promise<unknown>;
  authenticateWithBase: (params?: Web3RedirectParams) => Promise<unknown>;
  authenticateWithGoogleOneTap: (params: AuthenticateWithGoogleOneTapParams) => Promise<SignInResource | SignUpResource>;
  createOrganization: (params: CreateOrganizationParams) => Promise<OrganizationResource>;
  getOrganization: (organizationId: string) => Promise<OrganizationResource>;
  joinWaitlist: (params: JoinWaitlistParams) => Promise<WaitlistResource>;
}

/** The Clerk object once `load()` has settled. */
export type LoadedClerk = Clerk & { client: ClientResource };
export type { RedirectOptions };
