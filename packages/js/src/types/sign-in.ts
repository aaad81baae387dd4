import type { ClerkResource } from './common.ts';
import type { SignInFirstFactor, SignInSecondFactor } from './factors.ts';
import type {
  EmailCodeStrategy, EmailLinkStrategy, EnterpriseSSOStrategy, GoogleOneTapStrategy, OAuthStrategy, PasskeyStrategy, PasswordStrategy,
  PhoneCodeChannel, PhoneCodeStrategy, ResetPasswordEmailCodeStrategy, ResetPasswordPhoneCodeStrategy, SamlStrategy, TicketStrategy, Web3Provider, Web3Strategy,
} from './strategies.ts';
import type { PasskeyCredential } from './passkeys.ts';
import type { SignInFutureResource } from './sign-in-future.ts';
import type { ValidatePasswordCallbacks } from './passwords.ts';
import type { CreateEmailLinkFlowReturn, StartEmailLinkFlowParams, VerificationResource } from './verification.ts';

export type SignInStatus = 'needs_identifier' | 'needs_first_factor' | 'needs_second_factor' | 'needs_client_trust' | 'needs_new_password' | 'complete';
export type SignInIdentifier = 'username' | 'email_address' | 'phone_number' | 'web3_wallet';
export type ClientTrustState = 'new' | 'known' | 'pending';

export interface UserData {
  firstName?: string;
  lastName?: string;
  imageUrl?: string;
  hasImage?: boolean;
}

/** An attempt to sign in. */
export interface SignInResource extends ClerkResource {
  status: SignInStatus | null;
  supportedIdentifiers: SignInIdentifier[];
  supportedFirstFactors: SignInFirstFactor[] | null;
  supportedSecondFactors: SignInSecondFactor[] | null;
  clientTrustState?: ClientTrustState;
  firstFactorVerification: VerificationResource;
  secondFactorVerification: VerificationResource;
  identifier: string | null;
  createdSessionId: string | null;
  userData: UserData;
  create: (params: SignInCreateParams) => Promise<SignInResource>;
  resetPassword: (params: ResetPasswordParams) => Promise<SignInResource>;
  prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignInResource>;
  attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignInResource>;
  prepareSecondFactor: (params: PrepareSecondFactorParams) => Promise<SignInResource>;
  attemptSecondFactor: (params: AttemptSecondFactorParams) => Promise<SignInResource>;
  authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>;
  authenticateWithPopup: (params: AuthenticateWithPopupParams) => Promise<void>;
  authenticateWithWeb3: (params: AuthenticateWithWeb3Params) => Promise<SignInResource>;
  authenticateWithMetamask: () => Promise<SignInResource>;
  authenticateWithCoinbaseWallet: () => Promise<SignInResource>;
  authenticateWithOKXWallet: () => Promise<SignInResource>;
  authenticateWithBase: () => Promise<SignInResource>;
  authenticateWithPasskey: (params?: AuthenticateWithPasskeyParams) => Promise<SignInResource>;
  createEmailLinkFlow: () => CreateEmailLinkFlowReturn<SignInStartEmailLinkFlowParams, SignInResource>;
  validatePassword: (password: string, callbacks?: ValidatePasswordCallbacks) => void;
  __internal_future: SignInFutureResource;
}

export type SignInCreateParams = (
  | { strategy: OAuthStrategy | SamlStrategy | EnterpriseSSOStrategy; redirectUrl: string; actionCompleteRedirectUrl?: string; identifier?: string; oidcPrompt?: string; oidcLoginHint?: string }
  | { strategy: TicketStrategy; ticket: string }
  | { strategy: GoogleOneTapStrategy; token: string }
  | { strategy: PasswordStrategy; password: string; identifier: string }
  | { strategy: PasskeyStrategy }
  | { strategy: PhoneCodeStrategy | EmailCodeStrategy | Web3Strategy | ResetPasswordEmailCodeStrategy | ResetPasswordPhoneCodeStrategy; identifier: string; channel?: PhoneCodeChannel }
  | { strategy: EmailLinkStrategy; identifier: string; redirectUrl?: string }
  | { identifier: string }
  | { transfer?: boolean }
) & { transfer?: boolean; locale?: string };

export interface ResetPasswordParams {
  password: string;
  signOutOfOtherSessions?: boolean;
}

export type PrepareFirstFactorParams =
  | { strategy: EmailCodeStrategy; emailAddressId: string }
  | { strategy: EmailLinkStrategy; emailAddressId: string; redirectUrl: string }
  | { strategy: PhoneCodeStrategy; phoneNumberId: string; default?: boolean; channel?: PhoneCodeChannel }
  | { strategy: Web3Strategy; web3WalletId: string }
  | { strategy: PasskeyStrategy }
  | { strategy: ResetPasswordPhoneCodeStrategy; phoneNumberId: string }
  | { strategy: ResetPasswordEmailCodeStrategy; emailAddressId: string }
  | ({ strategy: OAuthStrategy } & RedirectConfig)
  | ({ strategy: SamlStrategy } & RedirectConfig)
  | ({ strategy: EnterpriseSSOStrategy; enterpriseConnectionId?: string } & RedirectConfig);

interface RedirectConfig {
  /** Where the provider's answer is handled. */
  redirectUrl: string;
  actionCompleteRedirectUrl: string;
  oidcPrompt?: string;
  oidcLoginHint?: string;
}

export type AttemptFirstFactorParams =
  | { strategy: EmailCodeStrategy | PhoneCodeStrategy; code: string }
  | { strategy: ResetPasswordEmailCodeStrategy | ResetPasswordPhoneCodeStrategy; code: string; password?: string }
  | { strategy: PasswordStrategy; password: string }
  | { strategy: PasskeyStrategy; publicKeyCredential: PasskeyCredential }
  | { strategy: Web3Strategy; signature: string };

export type PrepareSecondFactorParams =
  | { strategy: PhoneCodeStrategy; phoneNumberId?: string }
  | { strategy: EmailCodeStrategy; emailAddressId?: string }
  | { strategy: EmailLinkStrategy; emailAddressId: string; redirectUrl: string };
export interface AttemptSecondFactorParams {
  strategy: PhoneCodeStrategy | EmailCodeStrategy | 'totp' | 'backup_code';
  code: string;
}
export interface SignInStartEmailLinkFlowParams extends StartEmailLinkFlowParams {
  emailAddressId: string;
}

export interface AuthenticateWithRedirectParams {
  /** Where the provider's answer is handled. */
  redirectUrl: string;
  /** Where to go once signed in. */
  redirectUrlComplete: string;
  continueSignUp?: boolean;
  continueSignIn?: boolean;
  strategy: OAuthStrategy | SamlStrategy | EnterpriseSSOStrategy;
  identifier?: string;
  emailAddress?: string;
  legalAccepted?: boolean;
  oidcPrompt?: string;
  enterpriseConnectionId?: string;
}
export type AuthenticateWithPopupParams = AuthenticateWithRedirectParams & { popup: Window | null };

export interface AuthenticateWithPasskeyParams {
  /** As the person fills in the form, or by asking right away. */
  flow?: 'autofill' | 'discoverable';
}

export interface GenerateSignatureParams {
  /** The wallet's address. */
  identifier: string;
  /** The text to sign. */
  nonce: string;
  provider?: Web3Provider;
}
export type GenerateSignature = (params: GenerateSignatureParams) => Promise<string>;
export interface AuthenticateWithWeb3Params {
  identifier: string;
  generateSignature: GenerateSignature;
  strategy?: Web3Strategy;
}
