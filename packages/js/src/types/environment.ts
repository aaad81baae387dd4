import type { ClerkResource } from './common.ts';
import type { OAuthStrategy, PhoneCodeChannel, VerificationStrategy, Web3Strategy } from './strategies.ts';

export type Attribute =
  | 'email_address' | 'phone_number' | 'username' | 'first_name' | 'last_name' | 'web3_wallet'
  | 'password' | 'authenticator_app' | 'backup_code' | 'passkey';

export interface AttributeData {
  name: Attribute;
  enabled: boolean;
  required: boolean;
  verifications: VerificationStrategy[];
  used_for_first_factor: boolean;
  first_factors: string[];
  used_for_second_factor: boolean;
  second_factors: string[];
  verify_at_sign_up: boolean;
  channels?: PhoneCodeChannel[];
}
export type Attributes = Record<Attribute, AttributeData>;

export interface OAuthProviderSettings {
  enabled: boolean;
  required: boolean;
  authenticatable: boolean;
  strategy: OAuthStrategy;
  name: string;
  logo_url: string | null;
}

export interface PasswordSettingsData {
  allowed_special_characters: string;
  disable_hibp: boolean;
  min_length: number;
  max_length: number;
  require_special_char: boolean;
  require_numbers: boolean;
  require_uppercase: boolean;
  require_lowercase: boolean;
  show_zxcvbn: boolean;
  min_zxcvbn_strength: number;
}

export type UsernameSettingsData = {
  min_length: number;
  max_length: number;
};

export type PasskeySettingsData = {
  allow_autofill: boolean;
  show_sign_in_button: boolean;
};

export type SignUpModes = 'public' | 'restricted' | 'waitlist';

/** How people sign in. */
export interface SignInData {
  second_factor: { required: boolean; enabled: boolean };
}

/** How people sign up. */
export interface SignUpData {
  allowlist_only: boolean;
  progressive: boolean;
  captcha_enabled: boolean;
  mode: SignUpModes;
  legal_consent_enabled: boolean;
}

export interface UserSettingsResource extends ClerkResource {
  id?: undefined;
  social: Record<string, OAuthProviderSettings>;
  saml: { enabled: boolean };
  enterpriseSSO: { enabled: boolean };
  attributes: Attributes;
  actions: { delete_self: boolean; create_organization: boolean };
  signIn: SignInData;
  signUp: SignUpData;
  passwordSettings: PasswordSettingsData;
  usernameSettings: UsernameSettingsData;
  passkeySettings: PasskeySettingsData;
  socialProviderStrategies: OAuthStrategy[];
  authenticatableSocialStrategies: OAuthStrategy[];
  web3FirstFactors: Web3Strategy[];
  alternativePhoneCodeChannels: PhoneCodeChannel[];
  enabledFirstFactorIdentifiers: Attribute[];
  instanceIsPasswordBased: boolean;
  hasValidAuthFactor: boolean;
}

export interface AuthConfigResource extends ClerkResource {
  singleSessionMode: boolean;
  claimedAt: Date | null;
  reverification: boolean;
  preferredChannels: Record<string, PhoneCodeChannel> | null;
}

export type CaptchaWidgetType = 'smart' | 'invisible' | null;
export type PreferredSignInStrategy = 'password' | 'otp';

export interface DisplayConfigResource extends ClerkResource {
  id: string;
  afterSignInUrl: string;
  afterSignOutAllUrl: string;
  afterSignOutOneUrl: string;
  afterSignUpUrl: string;
  afterSwitchSessionUrl: string;
  applicationName: string;
  branded: boolean;
  captchaPublicKey: string | null;
  captchaWidgetType: CaptchaWidgetType;
  captchaProvider: 'turnstile';
  captchaPublicKeyInvisible: string | null;
  captchaOauthBypass: OAuthStrategy[];
  captchaHeartbeat: boolean;
  captchaHeartbeatIntervalMs?: number;
  homeUrl: string;
  instanceEnvironmentType: string;
  logoImageUrl: string;
  faviconImageUrl: string;
  preferredSignInStrategy: PreferredSignInStrategy;
  signInUrl: string;
  signUpUrl: string;
  supportEmail: string;
  userProfileUrl: string;
  clerkJSVersion?: string;
  organizationProfileUrl: string;
  createOrganizationUrl: string;
  afterLeaveOrganizationUrl: string;
  afterCreateOrganizationUrl: string;
  googleOneTapClientId?: string;
  showDevModeWarning: boolean;
  termsUrl: string;
  privacyPolicyUrl: string;
  waitlistUrl: string;
  afterJoinWaitlistUrl: string;
}

export interface OrganizationSettingsResource extends ClerkResource {
  enabled: boolean;
  maxAllowedMemberships: number;
  forceOrganizationSelection: boolean;
  actions: { adminDelete: boolean };
  domains: { enabled: boolean; enrollmentModes: ('manual_invitation' | 'automatic_invitation' | 'automatic_suggestion')[]; defaultRole: string | null };
  slug: { disabled: boolean };
}

export interface CommerceSettingsResource extends ClerkResource {
  billing: {
    stripePublishableKey: string | null;
    organization: { enabled: boolean; hasPaidPlans: boolean };
    user: { enabled: boolean; hasPaidPlans: boolean };
  };
}

/** Scripts that the instance wants in the page. */
export interface ProtectConfigResource extends ClerkResource {
  id: string;
  loaders: { type: string; target: 'head' | 'body' | `#${string}`; attributes?: Record<string, string>; textContent?: string; rollout?: number }[];
}

/** The rules and the display settings of the instance. */
export interface EnvironmentResource extends ClerkResource {
  userSettings: UserSettingsResource;
  organizationSettings: OrganizationSettingsResource;
  authConfig: AuthConfigResource;
  displayConfig: DisplayConfigResource;
  commerceSettings: CommerceSettingsResource;
  apiKeysSettings: ClerkResource & { user_api_keys_enabled: boolean; orgs_api_keys_enabled: boolean };
  protectConfig: ProtectConfigResource;
  isSingleSession: () => boolean;
  isProduction: () => boolean;
  isDevelopmentOrStaging: () => boolean;
  onWindowLocationHost: () => boolean;
  maintenanceMode: boolean;
  clientDebugMode: boolean;
}
