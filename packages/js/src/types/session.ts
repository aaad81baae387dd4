import type { AuthorizationParams } from '@foyer/protocol/authorization';
import type { ActClaim } from '@foyer/protocol/claims';
import type { ClerkResource } from './common.ts';
import type { EmailCodeFactor, EnterpriseSSOFactor, PasskeyFactor, PasswordFactor, PhoneCodeFactor, TOTPFactor, BackupCodeFactor } from './factors.ts';
import type { OrganizationCustomPermissionKey, OrganizationCustomRoleKey } from './organization-params.ts';
import type { PasskeyCredential } from './passkeys.ts';
import type { UserResource } from './user.ts';
import type { VerificationResource } from './verification.ts';

export type SessionStatus = 'abandoned' | 'active' | 'ended' | 'expired' | 'removed' | 'replaced' | 'revoked' | 'pending';

export interface TokenResource extends ClerkResource {
  getRawString: () => string;
}

export interface PublicUserData {
  firstName: string | null;
  lastName: string | null;
  imageUrl: string;
  hasImage: boolean;
  identifier: string;
  userId?: string;
}

/** Something a person must do before a pending session becomes active. */
export interface SessionTask {
  key: 'choose-organization' | 'reset-password' | 'setup-mfa';
}

export interface GetTokenOptions {
  /** JWT template; the session token without it. */
  template?: string;
  organizationId?: string;
  leewayInSeconds?: number;
  skipCache?: boolean;
  /** `false`: answers an empty string when the server refuses or cannot be reached; `true` unless given. */
  throwOnError?: boolean;
}
export type GetToken = (options?: GetTokenOptions) => Promise<string | null>;

export type SessionVerificationTypes = 'strict_mfa' | 'strict' | 'moderate' | 'lax';
export type SessionVerificationAfterMinutes = number;
export type ReverificationConfig = SessionVerificationTypes | { level: SessionVerificationLevel; afterMinutes: SessionVerificationAfterMinutes };
/** Whether a session with an open task counts as signed out. */
export interface PendingSessionOptions {
  treatPendingAsSignedOut?: boolean;
}
export type CheckAuthorizationParams = AuthorizationParams;
export type CheckAuthorization = (params: CheckAuthorizationParams) => boolean;
/** The same, where the app has named its roles and permissions. */
export type CheckAuthorizationParamsWithCustomPermissions = AuthorizationParams & {
  role?: OrganizationCustomRoleKey;
  permission?: OrganizationCustomPermissionKey;
};
export type CheckAuthorizationWithCustomPermissions = (params: CheckAuthorizationParamsWithCustomPermissions) => boolean;

export interface SessionResource extends ClerkResource {
  id: string;
  status: SessionStatus;
  expireAt: Date;
  abandonAt: Date;
  /** Minutes since each factor was proved; -1 for a factor the person does not have. */
  factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
  lastActiveToken: TokenResource | null;
  lastActiveOrganizationId: string | null;
  lastActiveAt: Date;
  /** Who really acts when the session is impersonated. */
  actor: ActClaim | null;
  tasks: SessionTask[] | null;
  currentTask?: SessionTask;
  user: UserResource | null;
  publicUserData: PublicUserData;
  end: () => Promise<SessionResource>;
  remove: () => Promise<SessionResource>;
  touch: () => Promise<SessionResource>;
  getToken: GetToken;
  checkAuthorization: CheckAuthorization;
  clearCache: () => void;
  createdAt: Date;
  updatedAt: Date;
  startVerification: (params: SessionVerifyCreateParams) => Promise<SessionVerificationResource>;
  prepareFirstFactorVerification: (params: SessionVerifyPrepareFirstFactorParams) => Promise<SessionVerificationResource>;
  attemptFirstFactorVerification: (params: SessionVerifyAttemptFirstFactorParams) => Promise<SessionVerificationResource>;
  prepareSecondFactorVerification: (params: SessionVerifyPrepareSecondFactorParams) => Promise<SessionVerificationResource>;
  attemptSecondFactorVerification: (params: SessionVerifyAttemptSecondFactorParams) => Promise<SessionVerificationResource>;
  verifyWithPasskey: () => Promise<SessionVerificationResource>;
}

export interface ActiveSessionResource extends SessionResource {
  status: 'active';
  user: UserResource;
}
export interface PendingSessionResource extends SessionResource {
  status: 'pending';
  user: UserResource;
  currentTask: SessionTask;
}
export type SignedInSessionResource = ActiveSessionResource | PendingSessionResource;

export interface SessionActivity {
  id: string;
  browserName?: string;
  browserVersion?: string;
  deviceType?: string;
  ipAddress?: string;
  city?: string;
  country?: string;
  isMobile?: boolean;
}
export interface SessionWithActivitiesResource extends ClerkResource {
  id: string;
  status: string;
  expireAt: Date;
  abandonAt: Date;
  lastActiveAt: Date;
  latestActivity: SessionActivity;
  actor: ActClaim | null;
  revoke: () => Promise<SessionWithActivitiesResource>;
}

export type SessionVerificationStatus = 'needs_first_factor' | 'needs_second_factor' | 'complete';
export type SessionVerificationLevel = 'first_factor' | 'second_factor' | 'multi_factor';
export type SessionVerificationFirstFactor = EmailCodeFactor | PhoneCodeFactor | PasswordFactor | PasskeyFactor | EnterpriseSSOFactor;
export type SessionVerificationSecondFactor = PhoneCodeFactor | TOTPFactor | BackupCodeFactor;

export interface SessionVerificationResource extends ClerkResource {
  status: SessionVerificationStatus;
  level: SessionVerificationLevel;
  session: SessionResource;
  firstFactorVerification: VerificationResource;
  secondFactorVerification: VerificationResource;
  supportedFirstFactors: SessionVerificationFirstFactor[] | null;
  supportedSecondFactors: SessionVerificationSecondFactor[] | null;
}

export interface SessionVerifyCreateParams {
  level: SessionVerificationLevel;
}
export type SessionVerifyPrepareFirstFactorParams =
  | { strategy: 'email_code'; emailAddressId: string }
  | { strategy: 'phone_code'; phoneNumberId: string; default?: boolean }
  | { strategy: 'passkey' }
  | { strategy: 'enterprise_sso'; emailAddressId?: string; enterpriseConnectionId?: string; redirectUrl: string; actionCompleteRedirectUrl?: string };
export type SessionVerifyAttemptFirstFactorParams =
  | { strategy: 'email_code' | 'phone_code'; code: string }
  | { strategy: 'password'; password: string }
  | { strategy: 'passkey'; publicKeyCredential: PasskeyCredential };
export interface SessionVerifyPrepareSecondFactorParams {
  strategy: 'phone_code';
  phoneNumberId?: string;
}
export interface SessionVerifyAttemptSecondFactorParams {
  strategy: 'phone_code' | 'totp' | 'backup_code';
  code: string;
}
