import type { Theme } from './appearance.ts';
import type { AfterSignOutUrl, LegacyRedirectUrls, SignInInitialValues, SignUpInitialValues } from './navigation.ts';
import type { OAuthProvider } from './strategies.ts';
import type { SessionVerificationLevel } from './session.ts';

export type RoutingStrategy = 'path' | 'hash' | 'virtual';
export type RoutingOptions = { path: string | undefined; routing?: 'path' } | { path?: never; routing?: 'hash' | 'virtual' };
export type WithoutRouting<T> = Omit<T, 'path' | 'routing'>;

interface OwnRedirectUrls {
  forceRedirectUrl?: string | null;
  fallbackRedirectUrl?: string | null;
}

export type SignInProps = RoutingOptions & OwnRedirectUrls & LegacyRedirectUrls & AfterSignOutUrl & {
  signInUrl?: string;
  signUpUrl?: string;
  signUpForceRedirectUrl?: string | null;
  signUpFallbackRedirectUrl?: string | null;
  appearance?: Theme;
  initialValues?: SignInInitialValues & SignUpInitialValues;
  waitlistUrl?: string;
  unsafeMetadata?: SignUpUnsafeMetadata;
  /** Lets people without an account sign up in the same place. */
  withSignUp?: boolean;
  transferable?: boolean;
  oauthFlow?: 'auto' | 'redirect' | 'popup';
  oidcPrompt?: string;
};

export type SignUpProps = RoutingOptions & OwnRedirectUrls & LegacyRedirectUrls & AfterSignOutUrl & {
  signInUrl?: string;
  signInForceRedirectUrl?: string | null;
  signInFallbackRedirectUrl?: string | null;
  appearance?: Theme;
  unsafeMetadata?: SignUpUnsafeMetadata;
  initialValues?: SignUpInitialValues;
  waitlistUrl?: string;
  oauthFlow?: 'auto' | 'redirect' | 'popup';
  oidcPrompt?: string;
};

export interface CustomMenuItem {
  /** A title, or `manageAccount` or `signOut` to place the built-in item. */
  label: string;
  href?: string;
  onClick?: () => void;
  /** Page of the profile that the item opens. */
  open?: string;
  mountIcon?: (element: HTMLDivElement) => void;
  unmountIcon?: (element?: HTMLDivElement) => void;
  mount?: (element: HTMLDivElement) => void;
  unmount?: (element?: HTMLDivElement) => void;
}

export interface CustomPage {
  label: string;
  url?: string;
  mountIcon?: (element: HTMLDivElement) => void;
  unmountIcon?: (element?: HTMLDivElement) => void;
  mount?: (element: HTMLDivElement) => void;
  unmount?: (element?: HTMLDivElement) => void;
}

export type UserProfileProps = RoutingOptions & {
  appearance?: Theme;
  additionalOAuthScopes?: Partial<Record<OAuthProvider, string[]>>;
  customPages?: CustomPage[];
  __experimental_startPath?: string;
};

export type UserButtonProps = ({ userProfileMode?: 'modal'; userProfileUrl?: never } | { userProfileMode?: 'navigation'; userProfileUrl: string }) & {
  showName?: boolean;
  defaultOpen?: boolean;
  __experimental_asStandalone?: boolean | ((opened: boolean) => void);
  /** @deprecated Set `afterSignOutUrl` on the provider. */
  afterSignOutUrl?: string;
  afterMultiSessionSingleSignOutUrl?: string;
  signInUrl?: string;
  afterSwitchSessionUrl?: string;
  appearance?: Theme;
  userProfileProps?: Pick<UserProfileProps, 'additionalOAuthScopes' | 'appearance' | 'customPages'>;
  customMenuItems?: CustomMenuItem[];
};

export interface UserAvatarProps {
  appearance?: Theme;
  rounded?: boolean;
}

/** `<TaskChooseOrganization/>`, `<TaskResetPassword/>` and `<TaskSetupMFA/>`. */
export interface TaskProps {
  /** Where to go once the session needs nothing more. */
  redirectUrlComplete?: string;
  appearance?: Theme;
}

export type TaskChooseOrganizationProps = TaskProps;
export type TaskResetPasswordProps = TaskProps;
export type TaskSetupMFAProps = TaskProps;

export type SignInModalProps = WithoutRouting<SignInProps>;
export type SignUpModalProps = WithoutRouting<SignUpProps>;
export type UserProfileModalProps = WithoutRouting<UserProfileProps>;

export interface WaitlistProps {
  afterJoinWaitlistUrl?: string;
  appearance?: Theme;
  signInUrl?: string;
}
export type WaitlistModalProps = WaitlistProps;

export interface GoogleOneTapProps {
  cancelOnTapOutside?: boolean;
  itpSupport?: boolean;
  fedCmSupport?: boolean;
  appearance?: Theme;
  signInForceRedirectUrl?: string | null;
  signUpForceRedirectUrl?: string | null;
}

export interface UserVerificationModalProps {
  level?: SessionVerificationLevel;
  appearance?: Theme;
  afterVerification?: () => void;
  afterVerificationCancelled?: () => void;
}
