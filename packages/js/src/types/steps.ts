/** Names for what the single steps of an attempt take; the attempts' own parameters are unions of these. */
import type {
  EmailCodeFactor, EmailLinkFactor, EnterpriseSSOFactor, OauthFactor, PasskeyFactor, PhoneCodeFactor, ResetPasswordEmailCodeFactor,
  ResetPasswordPhoneCodeFactor, SignInFirstFactor, SignInSecondFactor, Web3SignatureFactor,
} from './factors.ts';
import type { AttemptFirstFactorParams, PrepareSecondFactorParams } from './sign-in.ts';
import type {
  BackupCodeStrategy, EmailCodeStrategy, EmailLinkStrategy, EnterpriseSSOStrategy, OAuthStrategy, PasskeyStrategy, PasswordStrategy, PhoneCodeStrategy,
  ResetPasswordEmailCodeStrategy, ResetPasswordPhoneCodeStrategy, SamlStrategy, TicketStrategy, TOTPStrategy, Web3Strategy,
} from './strategies.ts';

export type SignInFactor = SignInFirstFactor | SignInSecondFactor;
export type ResetPasswordCodeFactor = ResetPasswordEmailCodeFactor | ResetPasswordPhoneCodeFactor;
export type SignInStrategy =
  | PasskeyStrategy | PasswordStrategy | ResetPasswordPhoneCodeStrategy | ResetPasswordEmailCodeStrategy | PhoneCodeStrategy | EmailCodeStrategy
  | EmailLinkStrategy | TicketStrategy | Web3Strategy | TOTPStrategy | BackupCodeStrategy | OAuthStrategy | SamlStrategy | EnterpriseSSOStrategy;

/** Where a provider is to send people back to. */
interface Redirects {
  redirectUrl: string;
  actionCompleteRedirectUrl: string;
  oidcPrompt?: string;
}
export type EmailCodeConfig = Omit<EmailCodeFactor, 'safeIdentifier'>;
export type EmailLinkConfig = Omit<EmailLinkFactor, 'safeIdentifier'> & { redirectUrl: string };
export type PhoneCodeConfig = Omit<PhoneCodeFactor, 'safeIdentifier'>;
export type ResetPasswordEmailCodeFactorConfig = Omit<ResetPasswordEmailCodeFactor, 'safeIdentifier'>;
export type ResetPasswordPhoneCodeFactorConfig = Omit<ResetPasswordPhoneCodeFactor, 'safeIdentifier'>;
export type Web3SignatureConfig = Web3SignatureFactor;
export type PassKeyConfig = PasskeyFactor;
export type OAuthConfig = OauthFactor & Redirects & { oidcLoginHint?: string };
export type EnterpriseSSOConfig = EnterpriseSSOFactor & Redirects & { emailAddressId?: string };
export type PhoneCodeSecondFactorConfig = Extract<PrepareSecondFactorParams, { strategy: PhoneCodeStrategy }>;
export type EmailCodeSecondFactorConfig = Extract<PrepareSecondFactorParams, { strategy: EmailCodeStrategy }>;

interface CodeAttempt<Strategy> {
  strategy: Strategy;
  code: string;
}
export type EmailCodeAttempt = CodeAttempt<EmailCodeStrategy>;
export type PhoneCodeAttempt = CodeAttempt<PhoneCodeStrategy>;
export type TOTPAttempt = CodeAttempt<TOTPStrategy>;
export type BackupCodeAttempt = CodeAttempt<BackupCodeStrategy>;
export type ResetPasswordEmailCodeAttempt = CodeAttempt<ResetPasswordEmailCodeStrategy> & { password?: string };
export type ResetPasswordPhoneCodeAttempt = CodeAttempt<ResetPasswordPhoneCodeStrategy> & { password?: string };
export type PasswordAttempt = Extract<AttemptFirstFactorParams, { strategy: PasswordStrategy }>;
export type PasskeyAttempt = Extract<AttemptFirstFactorParams, { strategy: PasskeyStrategy }>;
export type Web3Attempt = Extract<AttemptFirstFactorParams, { strategy: Web3Strategy }>;

export interface CodeVerificationAttemptParam {
  code: string;
  signature?: never;
}
export interface SignatureVerificationAttemptParam {
  code?: never;
  signature: string;
}
export type VerificationAttemptParams = CodeVerificationAttemptParam | SignatureVerificationAttemptParam;
