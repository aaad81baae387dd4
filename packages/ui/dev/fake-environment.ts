// The settings of the stand-in instance.
import type { Scenario } from './fake-scenario.ts';

const attribute = (over: object = {}) => ({
  enabled: true,
  required: false,
  used_for_first_factor: true,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: true,
  ...over,
});
const off = attribute({ enabled: false, used_for_first_factor: false });

export function createFakeEnvironment(scenario: Scenario) {
  return {
    protectConfig: { loaders: scenario.loaders ?? [] },
    authConfig: { singleSessionMode: !scenario.multiSession },
    displayConfig: {
      applicationName: 'Harbor',
      branded: true,
      showDevModeWarning: true,
      homeUrl: 'https://harbor.test/',
      signInUrl: '/sign-in',
      signUpUrl: '/sign-up',
      userProfileUrl: '/user',
      waitlistUrl: '/waitlist',
      logoImageUrl: '',
      supportEmail: 'help@harbor.test',
      preferredSignInStrategy: 'password',
      termsUrl: 'https://harbor.test/terms',
      privacyPolicyUrl: 'https://harbor.test/privacy',
      ...scenario.displayConfig,
    },
    organizationSettings: { enabled: true, slug: { disabled: scenario.slugsOff ?? false } },
    userSettings: {
      attributes: {
        email_address: attribute({ required: true }),
        phone_number: off,
        username: off,
        first_name: attribute(),
        last_name: attribute(),
        password: attribute({ required: true }),
        authenticator_app: off,
        backup_code: off,
        passkey: off,
        web3_wallet: scenario.wallets ? attribute() : off,
        ...scenario.attributes,
      },
      social: Object.fromEntries(
        (scenario.social ?? ['google', 'github']).map(id => [
          `oauth_${id}`,
          { enabled: true, authenticatable: true, strategy: `oauth_${id}`, name: id, logo_url: '' },
        ]),
      ),
      signUp: { mode: scenario.signUpMode ?? 'public', legal_consent_enabled: scenario.legalConsent ?? false },
      web3FirstFactors: (scenario.wallets ?? []).map(id => `web3_${id}_signature`),
      passwordSettings: { min_length: 8, max_length: 72, require_numbers: true, allowed_special_characters: '' },
      passkeySettings: { allow_autofill: true, show_sign_in_button: true },
      usernameSettings: { min_length: 4, max_length: 64 },
      actions: { delete_self: true },
    },
  };
}
