import type { UserSettingsResource as UserSettingsJSON } from '@foyer/protocol/schemas/resources/user-settings';
import type { Attribute, Attributes, OAuthProviderSettings, PasswordSettingsData, UserSettingsResource } from '../types/environment.ts';
import type { OAuthStrategy, PhoneCodeChannel, Web3Strategy } from '../types/strategies.ts';
import { plainResource } from './plain.ts';

// bcrypt, which imported passwords may use, reads no further.
const LONGEST_PASSWORD = 72;
const SHORTEST_PASSWORD = 8;

/** Identifiers that people can type into one field, in the order in which the field names them. */
const IDENTIFIERS: Attribute[] = ['email_address', 'username', 'phone_number'];

/** How people of this instance sign up and in, and what may be derived from that. */
export function parseUserSettings(json: UserSettingsJSON): UserSettingsResource {
  const attributes = nameAttributes(json);
  const social = json.social as Record<string, OAuthProviderSettings>;
  const enabledProviders = Object.values(social).filter(({ enabled }) => enabled);
  const authenticatable = enabledProviders.filter((provider) => provider.authenticatable).map(({ strategy }) => strategy);
  const web3FirstFactors = attributes.web3_wallet?.used_for_first_factor
    ? (attributes.web3_wallet.first_factors as Web3Strategy[])
    : [];
  const identifiers = Object.values(attributes).filter(
    ({ name, enabled, used_for_first_factor }) => enabled && used_for_first_factor && IDENTIFIERS.includes(name),
  );
  const isPasswordBased = Boolean(attributes.password?.enabled && attributes.password.required);
  return plainResource({
    id: undefined,
    social,
    saml: json.saml,
    enterpriseSSO: json.enterprise_sso,
    attributes,
    actions: json.actions,
    signIn: json.sign_in as UserSettingsResource['signIn'],
    signUp: { ...json.sign_up, allowlist_only: json.restrictions?.allowlist.enabled ?? false },
    passwordSettings: withPasswordLimits(json.password_settings),
    usernameSettings: {
      ...json.username_settings,
      min_length: json.username_settings?.min_length ?? 4,
      max_length: json.username_settings?.max_length ?? 64,
    },
    passkeySettings: json.passkey_settings,
    socialProviderStrategies: sortedStrategies(enabledProviders.map(({ strategy }) => strategy)),
    authenticatableSocialStrategies: sortedStrategies(authenticatable),
    web3FirstFactors: [...web3FirstFactors].sort(),
    alternativePhoneCodeChannels: alternativeChannels(attributes),
    enabledFirstFactorIdentifiers: IDENTIFIERS.filter((name) => identifiers.some((attribute) => attribute.name === name)),
    instanceIsPasswordBased: isPasswordBased,
    hasValidAuthFactor: Boolean(
      attributes.email_address?.enabled || attributes.phone_number?.enabled || (isPasswordBased && attributes.username?.required),
    ),
  });
}

function nameAttributes(json: UserSettingsJSON): Attributes {
  return Object.fromEntries(Object.entries(json.attributes).map(([name, data]) => [name, { ...data, name }])) as unknown as Attributes;
}

/** Zero, or nothing, means that the instance sets no limit of its own. */
function withPasswordLimits(settings: UserSettingsJSON['password_settings']): PasswordSettingsData {
  return {
    ...settings,
    min_length: Math.max(settings.min_length, SHORTEST_PASSWORD),
    max_length: settings.max_length === 0 ? LONGEST_PASSWORD : Math.min(settings.max_length, LONGEST_PASSWORD),
  };
}

function alternativeChannels({ phone_number: phoneNumber }: Attributes): PhoneCodeChannel[] {
  return (phoneNumber?.channels ?? []).filter((channel) => channel !== 'sms');
}

function sortedStrategies(strategies: OAuthStrategy[]): OAuthStrategy[] {
  return [...strategies].sort();
}
