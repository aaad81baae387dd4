import type { OAuthStrategy, PhoneCodeChannel, Web3Strategy } from './strategies.ts';

/** The ways in which a sign-in can go on, as the server offers them. */
export interface EmailCodeFactor {
  strategy: 'email_code';
  emailAddressId: string;
  safeIdentifier: string;
  primary?: boolean;
}
export interface EmailLinkFactor {
  strategy: 'email_link';
  emailAddressId: string;
  safeIdentifier: string;
  primary?: boolean;
}
export interface PhoneCodeFactor {
  strategy: 'phone_code';
  phoneNumberId: string;
  safeIdentifier: string;
  primary?: boolean;
  default?: boolean;
  channel?: PhoneCodeChannel;
}
export interface Web3SignatureFactor {
  strategy: Web3Strategy;
  web3WalletId: string;
  primary?: boolean;
}
export interface PasswordFactor {
  strategy: 'password';
}
export interface PasskeyFactor {
  strategy: 'passkey';
}
export interface OauthFactor {
  strategy: OAuthStrategy;
}
export interface EnterpriseSSOFactor {
  strategy: 'enterprise_sso';
  enterpriseConnectionId?: string;
  enterpriseConnectionName?: string;
}
export interface SamlFactor {
  strategy: 'saml';
}
export interface ResetPasswordEmailCodeFactor {
  strategy: 'reset_password_email_code';
  emailAddressId: string;
  safeIdentifier: string;
  primary?: boolean;
}
export interface ResetPasswordPhoneCodeFactor {
  strategy: 'reset_password_phone_code';
  phoneNumberId: string;
  safeIdentifier: string;
  primary?: boolean;
}
export interface TOTPFactor {
  strategy: 'totp';
}
export interface BackupCodeFactor {
  strategy: 'backup_code';
}

export type SignInFirstFactor =
  | EmailCodeFactor | EmailLinkFactor | PhoneCodeFactor | PasswordFactor | PasskeyFactor
  | ResetPasswordPhoneCodeFactor | ResetPasswordEmailCodeFactor | Web3SignatureFactor | OauthFactor | EnterpriseSSOFactor | SamlFactor;
export type SignInSecondFactor = PhoneCodeFactor | TOTPFactor | BackupCodeFactor | EmailCodeFactor | EmailLinkFactor;
