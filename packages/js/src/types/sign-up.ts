import type { ClerkResource } from './common.ts';
import type { SignUpFutureResource } from './sign-up-future.ts';
import type { ValidatePasswordCallbacks } from './passwords.ts';
import type { AuthenticateWithPopupParams, AuthenticateWithRedirectParams, AuthenticateWithWeb3Params } from './sign-in.ts';
import type { EmailCodeStrategy, EmailLinkStrategy, EnterpriseSSOStrategy, GoogleOneTapStrategy, OAuthStrategy, PhoneCodeChannel, PhoneCodeStrategy, SamlStrategy, TicketStrategy, Web3Strategy } from './strategies.ts';
import type { AttemptEmailAddressVerificationParams, AttemptPhoneNumberVerificationParams, AttemptWeb3WalletVerificationParams, PrepareEmailAddressVerificationParams, PrepareWeb3WalletVerificationParams } from './identifications.ts';
import type { CreateEmailLinkFlowReturn, SignUpVerificationsResource, StartEmailLinkFlowParams } from './verification.ts';

export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned';
export type SignUpIdentificationField = 'email_address' | 'phone_number' | 'username' | 'web3_wallet' | 'email_address_or_phone_number' | OAuthStrategy | SamlStrategy | EnterpriseSSOStrategy;
export type SignUpField = 'first_name' | 'last_name' | 'password' | 'legal_accepted' | SignUpIdentificationField;

/** An attempt to sign up. */
export interface SignUpResource extends ClerkResource {
  status: SignUpStatus | null;
  requiredFields: SignUpField[];
  optionalFields: SignUpField[];
  missingFields: SignUpField[];
  unverifiedFields: SignUpIdentificationField[];
  verifications: SignUpVerificationsResource;
  username: string | null;
  firstName: string | null;
  lastName: string | null;
  emailAddress: string | null;
  phoneNumber: string | null;
  web3wallet: string | null;
  hasPassword: boolean;
  unsafeMetadata: SignUpUnsafeMetadata;
  createdSessionId: string | null;
  createdUserId: string | null;
  /** Milliseconds since the epoch. */
  abandonAt: number | null;
  /** Milliseconds since the epoch. */
  legalAcceptedAt: number | null;
  locale: string | null;
  create: (params: SignUpCreateParams) => Promise<SignUpResource>;
  update: (params: SignUpUpdateParams) => Promise<SignUpResource>;
  upsert: (params: SignUpCreateParams | SignUpUpdateParams) => Promise<SignUpResource>;
  prepareVerification: (params: PrepareVerificationParams) => Promise<SignUpResource>;
  attemptVerification: (params: AttemptVerificationParams) => Promise<SignUpResource>;
  prepareEmailAddressVerification: (params?: PrepareEmailAddressVerificationParams) => Promise<SignUpResource>;
  attemptEmailAddressVerification: (params: AttemptEmailAddressVerificationParams) => Promise<SignUpResource>;
  preparePhoneNumberVerification: (params?: PreparePhoneNumberVerificationParams) => Promise<SignUpResource>;
  attemptPhoneNumberVerification: (params: AttemptPhoneNumberVerificationParams) => Promise<SignUpResource>;
  prepareWeb3WalletVerification: (params?: PrepareWeb3WalletVerificationParams) => Promise<SignUpResource>;
  attemptWeb3WalletVerification: (params: AttemptWeb3WalletVerificationParams) => Promise<SignUpResource>;
  createEmailLinkFlow: () => CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, SignUpResource>;
  validatePassword: (password: string, callbacks?: ValidatePasswordCallbacks) => void;
  authenticateWithRedirect: (params: AuthenticateWithRedirectParams & { unsafeMetadata?: SignUpUnsafeMetadata }) => Promise<void>;
  authenticateWithPopup: (params: AuthenticateWithPopupParams & { unsafeMetadata?: SignUpUnsafeMetadata }) => Promise<void>;
  authenticateWithWeb3: (params: AuthenticateWithWeb3Params & SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  authenticateWithMetamask: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  authenticateWithCoinbaseWallet: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  authenticateWithOKXWallet: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  authenticateWithBase: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  __internal_future: SignUpFutureResource;
}

export type SignUpCreateParams = Partial<{
  strategy: OAuthStrategy | SamlStrategy | EnterpriseSSOStrategy | TicketStrategy | GoogleOneTapStrategy | PhoneCodeStrategy | 'oauth_token_apple';
  redirectUrl: string;
  actionCompleteRedirectUrl: string;
  externalAccountStrategy: string;
  externalAccountRedirectUrl: string;
  externalAccountActionCompleteRedirectUrl: string;
  transfer: boolean;
  unsafeMetadata: SignUpUnsafeMetadata;
  ticket: string;
  token: string;
  legalAccepted: boolean;
  oidcPrompt: string;
  oidcLoginHint: string;
  channel: PhoneCodeChannel;
  locale: string;
  emailAddress: string;
  phoneNumber: string;
  username: string;
  password: string;
  firstName: string;
  lastName: string;
  web3Wallet: string;
}>;
export type SignUpUpdateParams = SignUpCreateParams;

export interface PreparePhoneNumberVerificationParams {
  strategy: PhoneCodeStrategy;
  channel?: PhoneCodeChannel;
}
export type PrepareVerificationParams =
  | { strategy: EmailCodeStrategy }
  | { strategy: EmailLinkStrategy; redirectUrl?: string }
  | { strategy: PhoneCodeStrategy; channel?: PhoneCodeChannel }
  | { strategy: Web3Strategy }
  | { strategy: OAuthStrategy; redirectUrl?: string; actionCompleteRedirectUrl?: string; oidcPrompt?: string; oidcLoginHint?: string }
  | { strategy: SamlStrategy | EnterpriseSSOStrategy; redirectUrl?: string; actionCompleteRedirectUrl?: string; enterpriseConnectionId?: string };
export type AttemptVerificationParams =
  | { strategy: EmailCodeStrategy | PhoneCodeStrategy; code: string }
  | { strategy: Web3Strategy; signature: string };

export interface SignUpAuthenticateWithWeb3Params {
  unsafeMetadata?: SignUpUnsafeMetadata;
  legalAccepted?: boolean;
}
/** @deprecated Use `SignUpAuthenticateWithWeb3Params`. */
export type SignUpAuthenticateWithMetamaskParams = SignUpAuthenticateWithWeb3Params;
