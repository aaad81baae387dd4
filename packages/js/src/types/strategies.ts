export type OAuthProvider =
  | 'facebook' | 'google' | 'hubspot' | 'github' | 'tiktok' | 'gitlab' | 'discord' | 'twitter' | 'twitch'
  | 'linkedin' | 'linkedin_oidc' | 'dropbox' | 'atlassian' | 'bitbucket' | 'microsoft' | 'notion' | 'apple'
  | 'line' | 'instagram' | 'coinbase' | 'spotify' | 'xero' | 'box' | 'slack' | 'linear' | 'x' | 'enstall' | 'huggingface'
  | CustomOAuthProvider;
type CustomOAuthProvider = `custom_${string}`;

export type Web3Provider = 'metamask' | 'base' | 'coinbase_wallet' | 'okx_wallet' | 'solana';
export type Web3Strategy = `web3_${Web3Provider}_signature`;

export type OAuthStrategy = `oauth_${OAuthProvider}`;
export type CustomOAuthStrategy = `oauth_${CustomOAuthProvider}`;
export type SamlStrategy = 'saml';
export type EnterpriseSSOStrategy = 'enterprise_sso';
export type PasswordStrategy = 'password';
export type EmailCodeStrategy = 'email_code';
export type EmailLinkStrategy = 'email_link';
export type PhoneCodeStrategy = 'phone_code';
export type PasskeyStrategy = 'passkey';
export type TicketStrategy = 'ticket';
export type TOTPStrategy = 'totp';
export type BackupCodeStrategy = 'backup_code';
export type GoogleOneTapStrategy = 'google_one_tap';
export type ResetPasswordEmailCodeStrategy = 'reset_password_email_code';
export type ResetPasswordPhoneCodeStrategy = 'reset_password_phone_code';

/** How what somebody gave is shown to be theirs. */
export type VerificationStrategy = 'email_link' | 'email_code' | 'phone_code' | 'totp' | 'backup_code';

/** How a code reaches a phone. */
export type PhoneCodeChannel = 'sms' | 'whatsapp';

export type LastAuthenticationStrategy =
  | 'email_address' | 'email_code' | 'email_link' | 'phone_code' | 'password' | 'username'
  | OAuthStrategy | Web3Strategy;
