import type { NewInstance } from '../../../apps/server/src/instances/instances/service.ts';
import type { FakeGoogle } from '../../../apps/server/src/testing/google.ts';
import { seedInstances } from '../../lib/seed.ts';
import type { KnownInstance } from './global-setup.ts';

const NAMES = { first_name: { enabled: true }, last_name: { enabled: true } };

const INSTANCES = {
  development: { environmentType: 'development', slug: 'workshop', applicationName: 'Workshop', settings: { attributes: NAMES } },
  directory: {
    environmentType: 'development',
    slug: 'directory',
    applicationName: 'Directory',
    settings: {
      attributes: {
        ...NAMES,
        username: { enabled: true, used_for_first_factor: true },
        phone_number: { enabled: true, used_for_first_factor: true, used_for_second_factor: true },
        web3_wallet: { enabled: true, first_factors: ['web3_metamask_signature'] },
        passkey: { enabled: true },
      },
      organizations: { enabled: true },
    },
  },
  production: { environmentType: 'production', slug: 'shop', applicationName: 'Shop', fapiHost: 'clerk.compat-shop.example' },
  annex: { environmentType: 'production', slug: 'annex', applicationName: 'Annex', fapiHost: 'clerk.compat-annex.example' },
  proofs: {
    environmentType: 'development',
    slug: 'proofs',
    applicationName: 'Proofs',
    settings: {
      attributes: {
        email_address: { first_factors: ['email_link', 'email_code'] },
        passkey: { enabled: true },
        authenticator_app: { enabled: true },
        backup_code: { enabled: true },
      },
      session: { single_session_mode: false },
    },
  },
  invited: { environmentType: 'development', slug: 'invited', applicationName: 'Invited', settings: { sign_up: { mode: 'restricted' } } },
  waiting: { environmentType: 'development', slug: 'waiting', applicationName: 'Waiting', settings: { sign_up: { mode: 'waitlist' } } },
  trusting: { environmentType: 'development', slug: 'trusting', applicationName: 'Trusting', settings: { attack_protection: { client_trust: true } } },
  guarded: { environmentType: 'development', slug: 'guarded', applicationName: 'Guarded', settings: { sign_up: { captcha_enabled: true } } },
  organized: { environmentType: 'development', slug: 'organized', applicationName: 'Organized', settings: { organizations: { enabled: true, force_organization_selection: true } } },
} satisfies Record<string, NewInstance>;

type Name = keyof typeof INSTANCES;

/**
 * Creates the instances of the tests in the database that the environment names, before the server is there.
 * @param productionPorts where the production instance's apps are, on localhost
 * @param google who vouches for people of the directory
 */
export async function seed(env: NodeJS.ProcessEnv, productionPorts: number[], google: FakeGoogle): Promise<Record<Name, KnownInstance>> {
  const wanted: Record<Name, NewInstance> = {
    ...INSTANCES,
    directory: { ...INSTANCES.directory, settings: { ...INSTANCES.directory.settings, ...google.settings } },
    production: { ...INSTANCES.production, settings: { allowed_origins: productionPorts.map((port) => `http://localhost:${port}`) } },
  };
  const seeded = await seedInstances(env, Object.values(wanted));
  const known = seeded.map(({ instance, secretKey }) => ({ slug: instance.slug, publishableKey: instance.publishableKey, secretKey }));
  return Object.fromEntries(Object.keys(wanted).map((name, index) => [name, known[index]])) as Record<Name, KnownInstance>;
}
