import Type, { type Static, type TSchema } from 'typebox';
import { RESERVED_IN_SESSION_TOKENS } from '../jwt-templates/reserved.ts';

const flag = (fallback: boolean, description: string) => Type.Boolean({ default: fallback, description });
const section = <T extends Record<string, TSchema>>(properties: T, description: string) =>
  Type.Object(properties, { default: {}, additionalProperties: false, description });
const oneOf = <const T extends string[]>(values: readonly [...T], fallback: T[number], description: string) =>
  Type.Enum(values, { default: fallback, description });
const someOf = <const T extends string[]>(values: readonly [...T], fallback: T[number][], description: string) =>
  Type.Array(Type.Enum(values), { default: fallback, uniqueItems: true, description });
const whole = (fallback: number, minimum: number, maximum: number, description: string) =>
  Type.Integer({ default: fallback, minimum, maximum, description });
const maybeText = (description: string) => Type.Union([Type.String(), Type.Null()], { default: null, description });
/** Claims for tokens, whatever they hold; those that tokens have anyway are refused. */
const claims = (description: string) =>
  Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true, propertyNames: { not: { enum: RESERVED_IN_SESSION_TOKENS } }, default: {}, description });

/** In minutes: the longest that anything can be set to last. */
const TEN_YEARS = 10 * 365 * 24 * 60;

const EMAIL_FACTORS = ['email_code', 'email_link'] as const;
const PHONE_FACTORS = ['phone_code'] as const;
const WEB3_FACTORS = ['web3_metamask_signature', 'web3_base_signature', 'web3_coinbase_wallet_signature', 'web3_okx_wallet_signature'] as const;

const attributes = section(
  {
    email_address: section(
      {
        enabled: flag(true, 'People may add an email address.'),
        required: flag(true, 'Sign-up needs an email address.'),
        used_for_first_factor: flag(true, 'People may sign in with an email address.'),
        first_factors: someOf([...EMAIL_FACTORS], ['email_code'], 'How an email address proves who someone is at sign-in.'),
        verifications: someOf([...EMAIL_FACTORS], ['email_code'], 'How an email address is verified.'),
        verify_at_sign_up: flag(true, 'Email addresses are verified during sign-up.'),
      },
      'Email addresses',
    ),
    phone_number: section(
      {
        enabled: flag(false, 'People may add a phone number.'),
        required: flag(false, 'Sign-up needs a phone number.'),
        used_for_first_factor: flag(false, 'People may sign in with a phone number.'),
        used_for_second_factor: flag(false, 'A code sent by SMS may be the second factor.'),
        verify_at_sign_up: flag(true, 'Phone numbers are verified during sign-up.'),
        channels: someOf(['sms', 'whatsapp'], ['sms'], 'Channels that carry codes.'),
        first_factors: someOf([...PHONE_FACTORS], ['phone_code'], 'How a phone number proves who someone is at sign-in.'),
      },
      'Phone numbers',
    ),
    username: section(
      {
        enabled: flag(false, 'People may choose a username.'),
        required: flag(false, 'Sign-up needs a username.'),
        used_for_first_factor: flag(false, 'People may sign in with a username.'),
      },
      'Usernames',
    ),
    first_name: section({ enabled: flag(false, 'People may give a first name.'), required: flag(false, 'Sign-up needs a first name.') }, 'First name'),
    last_name: section({ enabled: flag(false, 'People may give a last name.'), required: flag(false, 'Sign-up needs a last name.') }, 'Last name'),
    password: section({ enabled: flag(true, 'People may have a password.'), required: flag(true, 'Sign-up needs a password.') }, 'Passwords'),
    web3_wallet: section(
      { enabled: flag(false, 'People may sign in with a web3 wallet.'), first_factors: someOf([...WEB3_FACTORS], [], 'Wallets that are accepted.') },
      'Web3 wallets',
    ),
    passkey: section({ enabled: flag(false, 'People may sign in with a passkey.') }, 'Passkeys'),
    authenticator_app: section({ enabled: flag(false, 'An authenticator app may be the second factor.') }, 'Authenticator app'),
    backup_code: section({ enabled: flag(false, 'Backup codes may stand in for a second factor.') }, 'Backup codes'),
  },
  'What a person has and how it is used',
);

/**
 * Everything an instance can be set to, as one validated document. The environment answer, the
 * rules of sign-in and sign-up and the administrators' forms all read this schema.
 */
export const SettingsSchema = Type.Object(
  {
    attributes,
    sign_in: section({ second_factor_required: flag(false, 'Everyone must set up a second factor.') }, 'Sign-in'),
    sign_up: section(
      {
        mode: oneOf(['public', 'restricted', 'waitlist'], 'public', 'Who may sign up.'),
        progressive: flag(true, 'Missing fields are asked for step by step.'),
        legal_consent_enabled: flag(false, 'Sign-up asks for consent to the terms and the privacy policy.'),
        captcha_enabled: flag(false, 'Sign-up is protected against bots.'),
        captcha_widget_type: oneOf(['smart', 'invisible'], 'smart', 'How the bot protection shows itself.'),
        captcha_oauth_bypass: Type.Array(Type.String({ pattern: '^oauth_' }), { default: [], uniqueItems: true, description: 'Providers whose word is enough: who comes from them is not checked.' }),
        captcha_native_bypass: flag(false, 'Native apps and browser extensions, which cannot show the check, are let off. Anything can say that it is one, so programs that mean to get around it can.'),
        turnstile_site_key: maybeText('Site key of a Cloudflare Turnstile widget of this instance’s own; `foyer secrets set turnstile_secret_key` keeps its secret. Without it the server’s widget is asked, or the proof of work.'),
        turnstile_invisible_site_key: maybeText('Site key of a second widget of the invisible kind.'),
        captcha_heartbeat: flag(false, 'Browsers take the check again and again while a page is open.'),
      },
      'Sign-up',
    ),
    password: section(
      {
        min_length: whole(8, 8, 72, 'Fewest characters of a password.'),
        max_length: whole(72, 8, 72, 'Most characters of a password.'),
        require_special_char: flag(false, 'A password needs a special character.'),
        require_numbers: flag(false, 'A password needs a digit.'),
        require_uppercase: flag(false, 'A password needs an upper-case letter.'),
        require_lowercase: flag(false, 'A password needs a lower-case letter.'),
        show_zxcvbn: flag(false, 'The strength of a password is judged by zxcvbn.'),
        min_zxcvbn_strength: whole(0, 0, 4, 'Lowest zxcvbn score that is accepted.'),
        disable_hibp: flag(false, 'Passwords are not compared with known breaches.'),
        enforce_hibp_on_sign_in: flag(true, 'A breached password must be changed at sign-in.'),
      },
      'Password rules',
    ),
    google_one_tap: section(
      {
        enabled: flag(false, 'People may sign in with Google One Tap.'),
        client_ids: Type.Array(Type.String({ minLength: 1, maxLength: 256 }), { default: [], uniqueItems: true, maxItems: 16, description: 'OAuth client ids of the application at Google; pages are told the first.' }),
        issuer: Type.String({ default: 'https://accounts.google.com', minLength: 1, maxLength: 512, description: 'Whose tokens are accepted.' }),
        jwks_url: Type.String({ default: 'https://www.googleapis.com/oauth2/v3/certs', pattern: '^https?://', maxLength: 1024, description: 'Where the keys are that sign the tokens.' }),
        block_email_subaddresses: flag(true, 'Accounts whose address holds + = or # are refused.'),
      },
      'Google One Tap',
    ),
    username: section(
      {
        min_length: whole(4, 1, 64, 'Fewest characters of a username.'),
        max_length: whole(64, 1, 64, 'Most characters of a username.'),
        allow_extended_special_characters: flag(false, 'Usernames may hold ^ $ ! . ` # + ~.'),
        allow_numeric_usernames: flag(false, 'Usernames may consist of digits only.'),
      },
      'Username rules',
    ),
    passkey: section(
      {
        allow_autofill: flag(true, 'Browsers offer passkeys in the identifier field.'),
        show_sign_in_button: flag(true, 'The sign-in form shows a passkey button.'),
        satisfies_second_factor: flag(true, 'A passkey counts as both factors.'),
      },
      'Passkeys',
    ),
    session: section(
      {
        single_session_mode: flag(true, 'A client has at most one session.'),
        lifetime_in_minutes: whole(7 * 24 * 60, 0, TEN_YEARS, 'A session ends after this time, whatever happens; 0 means never, and needs an inactivity timeout.'),
        inactivity_timeout_in_minutes: whole(0, 0, TEN_YEARS, 'A session ends after this time without activity, shorter than its lifetime; 0 means never.'),
        token_version: oneOf(['v1', 'v2'], 'v2', 'Version of the claims in session tokens.'),
        client_token_rotation: flag(true, 'A client gets a new token at every sign-in.'),
        custom_claims: claims('Further claims of session tokens; shortcodes such as {{user.public_metadata.role}} are filled in.'),
      },
      'Sessions',
    ),
    actions: section(
      {
        delete_self: flag(true, 'People may delete their own account.'),
        create_organization: flag(true, 'People may create organizations.'),
      },
      'What people may do themselves',
    ),
    attack_protection: section(
      {
        lockout_enabled: flag(true, 'Too many wrong attempts lock an account.'),
        lockout_max_attempts: whole(100, 3, 1000, 'Wrong attempts before an account is locked.'),
        lockout_duration_in_minutes: Type.Union([Type.Integer({ minimum: 1, maximum: TEN_YEARS }), Type.Null()], { default: 60, description: 'How long a lock lasts; null means until an administrator unlocks.' }),
        enumeration_protection: flag(false, 'Sign-in does not tell whether an account exists.'),
        email_link_require_same_client: flag(true, 'An email link must be opened where it was asked for.'),
        reverification: flag(true, 'Sensitive changes ask for proof again.'),
        end_other_sessions_on_factor_change: flag(false, 'Whoever changes a password, an address or another factor of theirs is signed out everywhere else.'),
        client_trust: flag(false, 'On a new device a password alone is not enough: a code or link is asked for, too. New instances begin with it on; apps that move here begin with it off.'),
      },
      'Attack protection',
    ),
    restrictions: section(
      {
        allowlist_enabled: flag(false, 'Only listed identifiers may sign up.'),
        blocklist_enabled: flag(false, 'Listed identifiers may not sign up.'),
        allowlist_blocklist_disabled_on_sign_in: flag(false, 'The lists apply to sign-up only.'),
        block_email_subaddresses: flag(false, 'Email addresses with + are refused.'),
        block_disposable_email_domains: flag(false, 'Disposable email addresses are refused.'),
        ignore_dots_for_gmail_addresses: flag(false, 'Gmail addresses that differ in dots only count as one: who has one of them cannot sign up with another.'),
      },
      'Restrictions',
    ),
    display: section(
      {
        application_name: Type.String({ default: 'My application', minLength: 1, maxLength: 256, description: 'Name shown to people.' }),
        logo_url: maybeText('Address of the logo.'),
        favicon_url: maybeText('Address of the favicon.'),
        preferred_sign_in_strategy: oneOf(['password', 'otp'], 'password', 'What the sign-in form asks for first.'),
        branded: flag(true, 'Components show "Secured by Foyer".'),
        support_email: maybeText('Address that people are told to write to.'),
        terms_url: maybeText('Address of the terms of service.'),
        privacy_policy_url: maybeText('Address of the privacy policy.'),
        help_url: maybeText('Address of the help pages.'),
      },
      'Display',
    ),
    paths: section(
      {
        home_url: maybeText('Address of the application.'),
        sign_in_url: maybeText('Page with the sign-in form; null means the account portal.'),
        sign_up_url: maybeText('Page with the sign-up form; null means the account portal.'),
        after_sign_in_url: maybeText('Where people go after sign-in.'),
        after_sign_up_url: maybeText('Where people go after sign-up.'),
        unauthorized_sign_in_url: maybeText('Page that tells someone that a device they did not know is signed out; null means one of ours.'),
        after_sign_out_one_url: maybeText('Where people go after signing out of one session.'),
        after_sign_out_all_url: maybeText('Where people go after signing out of all sessions.'),
      },
      'Paths',
    ),
    communication: section(
      {
        from_email_name: Type.Union([Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$' }), Type.Null()], {
          default: null,
          description: 'What stands before the @ of the address that emails come from; null leaves that to the server.',
        }),
        allowed_country_codes: Type.Union([Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { uniqueItems: true }), Type.Null()], {
          default: null,
          description: 'Countries whose phone numbers are sent something; null means all that are not blocked.',
        }),
        preferred_channels: Type.Record(Type.String({ pattern: '^[A-Z]{2}$' }), Type.Enum(['sms', 'whatsapp']), {
          default: {},
          description: 'Channel that carries codes to numbers of a country, by its two letters; elsewhere it is the first of the channels.',
        }),
        blocked_country_codes: Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { default: [], uniqueItems: true, description: 'Countries whose phone numbers are sent nothing.' }),
      },
      'Emails and text messages',
    ),
    organizations: section(
      {
        enabled: flag(false, 'People may form organizations.'),
        force_organization_selection: flag(false, 'Everyone works in an organization: there are no personal accounts.'),
        max_allowed_memberships: whole(5, 0, 1_000_000, 'Members of a new organization; 0 means any number.'),
        admin_delete_enabled: flag(true, 'Administrators of an organization may delete it.'),
        slug_disabled: flag(false, 'Organizations have no slug.'),
        domains_enabled: flag(false, 'Organizations may claim email domains.'),
        domains_enrollment_modes: someOf(['manual_invitation', 'automatic_invitation', 'automatic_suggestion'], ['manual_invitation'], 'How people with an address of such a domain join.'),
        creator_role: Type.String({ default: 'org:admin', description: 'Role of whoever creates an organization.' }),
        domains_default_role: Type.String({ default: 'org:member', description: 'Role of whoever joins by their email domain.' }),
      },
      'Organizations',
    ),
    oauth_applications: section(
      {
        dynamic_client_registration: flag(false, 'Clients may register themselves (RFC 7591).'),
        default_scopes: Type.Union([Type.Array(Type.String(), { uniqueItems: true }), Type.Null()], { default: null, description: 'Scopes of clients that name none; null means the usual ones.' }),
        jwt_access_tokens: flag(false, 'Access tokens are JWTs.'),
        client_id_metadata_documents_advertised: flag(false, 'Clients may be known by a metadata document at their id.'),
        client_id_metadata_documents_only_allow_pre_registered_clients: flag(false, 'Metadata documents of unknown clients are refused.'),
        client_id_metadata_documents_block_implicitly_allowed_clients: flag(false, 'Clients that were let in without being registered are refused from now on.'),
      },
      'Applications that sign people in by this instance',
    ),
    development_origin: maybeText('Origin of the application in development.'),
    clerk_js_version: Type.String({ default: '5', minLength: 1, maxLength: 64, description: 'Version of the browser script that pages are told to load.' }),
    url_based_session_syncing: flag(true, 'In development, the client travels in URLs instead of third-party cookies.'),
    allowed_origins: Type.Array(Type.String(), { default: [], description: 'Further origins that may use the Frontend API of a production instance.' }),
    native_api_enabled: flag(true, 'Native apps may use the Frontend API.'),
    native_apps: section(
      {
        ios: Type.Array(
          Type.Object(
            {
              app_id_prefix: Type.String({ pattern: '^[A-Z0-9]{10}$', description: 'App ID prefix, as Apple shows it.' }),
              bundle_id: Type.String({ pattern: '^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$', description: 'Bundle ID of the app.' }),
            },
            { additionalProperties: false },
          ),
          { default: [], description: 'iOS apps that may use the passkeys and passwords of people here.' },
        ),
        android: Type.Array(
          Type.Object(
            {
              namespace: Type.String({ default: 'android_app', minLength: 1, description: 'Kind of target; apps are `android_app`.' }),
              package_name: Type.String({ pattern: '^[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+$', description: 'Package name of the app.' }),
              sha256_cert_fingerprints: Type.Array(Type.String({ pattern: '^([0-9A-F]{2}:){31}[0-9A-F]{2}$' }), { minItems: 1, description: 'Fingerprints of the certificates that sign the app.' }),
            },
            { additionalProperties: false },
          ),
          { default: [], description: 'Android apps that open links to here, and may use the passkeys and passwords of people here.' },
        ),
      },
      'Native apps of the instance',
    ),
    test_mode: flag(true, 'In development, test identities (+clerk_test, 555-01xx) are accepted with the code 424242.'),
    test_mode_in_production: flag(false, 'The same in production, where anyone can then prove such an identity: for a while, and without real data.'),
  },
  { additionalProperties: false },
);

/** An instance's settings, complete with defaults. */
export type Settings = Static<typeof SettingsSchema>;

/** A part of the settings, as administrators and tests give it. */
export type SettingsPatch = DeepPartial<Settings>;
type DeepPartial<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;
