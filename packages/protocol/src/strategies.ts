/** Strategies: the ways a proof is made. Names are those of the wire. */

export const WEB3_PROVIDERS = ['metamask', 'base', 'coinbase_wallet', 'okx_wallet', 'solana'] as const;
export type Web3Provider = (typeof WEB3_PROVIDERS)[number];
export type Web3Strategy = `web3_${Web3Provider}_signature`;
export type OAuthStrategy = `oauth_${string}`;

export const FIXED_STRATEGIES = [
  'password',
  'email_code',
  'email_link',
  'phone_code',
  'totp',
  'backup_code',
  'passkey',
  'ticket',
  'google_one_tap',
  'saml',
  'enterprise_sso',
  'reset_password_email_code',
  'reset_password_phone_code',
] as const;
export type FixedStrategy = (typeof FIXED_STRATEGIES)[number];

export type Strategy = FixedStrategy | Web3Strategy | OAuthStrategy;

/** Strategies that can open a sign-in. */
export const FIRST_FACTOR_STRATEGIES = [
  'password',
  'email_code',
  'email_link',
  'phone_code',
  'passkey',
  'ticket',
  'google_one_tap',
  'saml',
  'enterprise_sso',
  'reset_password_email_code',
  'reset_password_phone_code',
] as const satisfies readonly FixedStrategy[];

/** Strategies that can follow a first factor. */
export const SECOND_FACTOR_STRATEGIES = ['phone_code', 'totp', 'backup_code'] as const satisfies readonly FixedStrategy[];
export type SecondFactorStrategy = (typeof SECOND_FACTOR_STRATEGIES)[number];

/** Strategies that need a `prepare` call, because something is sent or a challenge is made first. */
export const PREPARED_STRATEGIES = [
  'email_code',
  'email_link',
  'phone_code',
  'passkey',
  'enterprise_sso',
  'saml',
  'reset_password_email_code',
  'reset_password_phone_code',
] as const satisfies readonly FixedStrategy[];

const OAUTH = /^oauth_(?:token_)?[a-z0-9_]+$/;
const WEB3 = /^web3_([a-z0-9_]+)_signature$/;

export function isOAuthStrategy(text: string): text is OAuthStrategy {
  return OAUTH.test(text);
}

/** Whether this is an OAuth provider that the instance's administrators set up themselves. */
export function isCustomOAuthStrategy(text: string): boolean {
  return text.startsWith('oauth_custom_');
}

export function isWeb3Strategy(text: string): text is Web3Strategy {
  const provider = WEB3.exec(text)?.[1];
  return (WEB3_PROVIDERS as readonly string[]).includes(provider ?? '');
}

export function isStrategy(text: string): text is Strategy {
  return (FIXED_STRATEGIES as readonly string[]).includes(text) || isOAuthStrategy(text) || isWeb3Strategy(text);
}
