import type { NewInstance } from '../../../apps/server/src/instances/instances/service.ts';

const development = (slug: string, applicationName: string, settings: NewInstance['settings']) =>
  ({ environmentType: 'development', slug, applicationName, settings }) satisfies NewInstance;

/** The instances of the tests, beside the default one. Each is reached at `/i/<slug>`. */
export const INSTANCES = {
  /** Nobody has a password. */
  codes: development('codes', 'Codes', { attributes: { password: { enabled: false, required: false } } }),
  /** People prove in many ways who they are, and several of them share a browser. */
  proofs: development('proofs', 'Proofs', {
    attributes: {
      email_address: { first_factors: ['email_link', 'email_code'] },
      passkey: { enabled: true },
      authenticator_app: { enabled: true },
      backup_code: { enabled: true },
    },
    session: { single_session_mode: false },
  }),
  /** A wallet is all that people have. */
  wallets: development('wallets', 'Wallets', {
    attributes: {
      email_address: { required: false, verify_at_sign_up: false },
      password: { enabled: false, required: false },
      web3_wallet: { enabled: true, first_factors: ['web3_metamask_signature'] },
    },
  }),
  /** People may have a phone number, to sign in with and as a second factor. */
  phones: development('phones', 'Phones', {
    attributes: {
      email_address: { required: false },
      phone_number: { enabled: true, used_for_first_factor: true, used_for_second_factor: true },
    },
  }),
  /** Lets people in step by step. */
  waiting: development('waiting', 'Waiting', { sign_up: { mode: 'waitlist' } }),
  /** Lets in only who was invited. */
  invited: development('invited', 'Invited', { sign_up: { mode: 'restricted' } }),
  /** Is careful: robots may not sign up, and an account is locked soon. */
  guarded: development('guarded', 'Guarded', { sign_up: { captcha_enabled: true }, attack_protection: { lockout_max_attempts: 3 } }),
  /** Everyone works in an organization. */
  organized: development('organized', 'Organized', { organizations: { enabled: true, force_organization_selection: true } }),
  /** Everyone has a second factor. */
  strict: development('strict', 'Strict', {
    attributes: { authenticator_app: { enabled: true }, backup_code: { enabled: true } },
    sign_in: { second_factor_required: true },
  }),
};

export type InstanceName = keyof typeof INSTANCES;
