import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createInstance, type NewInstance } from '../../../apps/server/src/instances/instances/service.ts';
import { systemClock } from '../../../apps/server/src/platform/clock.ts';
import { readConfig } from '../../../apps/server/src/platform/config.ts';
import type { Platform } from '../../../apps/server/src/platform/context.ts';
import { Vault } from '../../../apps/server/src/platform/crypto.ts';
import { migrate } from '../../../apps/server/src/platform/database/migrate.ts';
import { openDatabase } from '../../../apps/server/src/platform/database/open.ts';
import { EventBus } from '../../../apps/server/src/platform/events.ts';
import { RateLimits } from '../../../apps/server/src/platform/rate-limits.ts';
import { readRootKey } from '../../../apps/server/src/root-key.ts';
import type { FakeGoogle } from '../../../apps/server/src/testing/google.ts';
import { quietJobs } from '../../../apps/server/src/testing/jobs.ts';
import type { KnownInstance } from './global-setup.ts';

const INSTANCES = {
  development: {
    environmentType: 'development',
    slug: 'workshop',
    applicationName: 'Workshop',
    settings: { attributes: { first_name: { enabled: true }, last_name: { enabled: true } } },
  },
  directory: {
    environmentType: 'development',
    slug: 'directory',
    applicationName: 'Directory',
    settings: {
      attributes: {
        first_name: { enabled: true },
        last_name: { enabled: true },
        username: { enabled: true, used_for_first_factor: true },
        phone_number: { enabled: true, used_for_first_factor: true, used_for_second_factor: true },
        web3_wallet: { enabled: true, first_factors: ['web3_metamask_signature'] },
        passkey: { enabled: true },
      },
    },
  },
  production: { environmentType: 'production', slug: 'shop', applicationName: 'Shop', fapiHost: 'clerk.compat-shop.example' },
  annex: { environmentType: 'production', slug: 'annex', applicationName: 'Annex', fapiHost: 'clerk.compat-annex.example' },
  guarded: { environmentType: 'development', slug: 'guarded', applicationName: 'Guarded', settings: { sign_up: { captcha_enabled: true } } },
} satisfies Record<string, NewInstance>;

/**
 * Creates the instances of the tests in the database that the environment names, before the server is there.
 * @param productionPorts where the production instance's apps are, on localhost
 * @param google who vouches for people of the directory
 */
export async function seed(env: NodeJS.ProcessEnv, productionPorts: number[], google: FakeGoogle): Promise<Record<keyof typeof INSTANCES, KnownInstance>> {
  const config = readConfig(env);
  const log = pino({ level: 'silent' });
  const cacheDir = fileURLToPath(new URL('../../../.cache', import.meta.url));
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, cacheDir, log });
  try {
    await migrate(database.db, log);
    const vault = new Vault(await readRootKey(config));
    const platform: Platform = { config, log, clock: systemClock, vault, events: new EventBus(), jobs: quietJobs, rateLimits: new RateLimits(false), db: database.db, pool: database.pool };
    return {
      development: await create(platform, INSTANCES.development),
      directory: await create(platform, { ...INSTANCES.directory, settings: { ...INSTANCES.directory.settings, ...google.settings } }),
      annex: await create(platform, INSTANCES.annex),
      guarded: await create(platform, INSTANCES.guarded),
      production: await create(platform, { ...INSTANCES.production, settings: { allowed_origins: productionPorts.map((port) => `http://localhost:${port}`) } }),
    };
  } finally {
    await database.close();
  }
}

async function create(platform: Platform, wanted: NewInstance): Promise<KnownInstance> {
  const { instance, secretKey } = await createInstance(platform, wanted);
  return { slug: instance.slug, publishableKey: instance.publishableKey, secretKey };
}
