import type { NewInstance } from '../../../apps/server/src/instances/instances/service.ts';
import type { FakeGoogle } from '../../../apps/server/src/testing/google.ts';
import { instanceContext } from '../../../apps/server/src/instances/resolve.ts';
import type { Context } from '../../../apps/server/src/platform/context.ts';
import { newId } from '../../../apps/server/src/platform/ids.ts';
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
  chain: { environmentType: 'production', slug: 'chain', applicationName: 'Chain', fapiHost: 'clerk.compat-chain.example' },
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

/** A satellite of the chain. Proxies are asked when they are set, and this one is not in any DNS: so it is there before. */
export const PROXIED_SATELLITE = { name: 'compat-corner.com', proxyUrl: 'https://www.compat-corner.com/__clerk' };

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
  const seeded = await seedInstances(env, Object.values(wanted), async (platform, all) => {
    const chain = all.find(({ instance }) => instance.slug === INSTANCES.chain.slug);
    if (chain) await addProxiedSatellite(instanceContext(platform, chain.instance));
  });
  const known = seeded.map(({ instance, secretKey }) => ({ slug: instance.slug, publishableKey: instance.publishableKey, secretKey }));
  return Object.fromEntries(Object.keys(wanted).map((name, index) => [name, known[index]])) as Record<Name, KnownInstance>;
}

async function addProxiedSatellite(ctx: Context): Promise<void> {
  const at = ctx.platform.clock.now();
  const { name, proxyUrl } = PROXIED_SATELLITE;
  const satellite = { name, is_satellite: true, is_secondary: false, proxy_url: proxyUrl, live: true };
  await ctx.db.insertInto('domains').values({ instance_id: ctx.instance.id, id: newId(ctx, 'domain'), ...satellite, created_at: at, updated_at: at }).execute();
}
