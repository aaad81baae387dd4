/** Instances besides the one that the first run makes. */
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { ensureFirstInstance } from '../../../apps/server/src/first-run.ts';
import { createInstance, Instances, type NewInstance } from '../../../apps/server/src/instances/instances/service.ts';
import { systemClock } from '../../../apps/server/src/platform/clock.ts';
import { readConfig } from '../../../apps/server/src/platform/config.ts';
import type { Platform } from '../../../apps/server/src/platform/context.ts';
import { Vault } from '../../../apps/server/src/platform/crypto.ts';
import { migrate } from '../../../apps/server/src/platform/database/migrate.ts';
import { openDatabase } from '../../../apps/server/src/platform/database/open.ts';
import { EventBus } from '../../../apps/server/src/platform/events.ts';
import { RateLimits } from '../../../apps/server/src/platform/rate-limits.ts';
import { readRootKey } from '../../../apps/server/src/root-key.ts';
import { quietJobs } from '../../../apps/server/src/testing/jobs.ts';

/** Makes the default instance as the first run does, and then these, before the server is there. */
export async function seed(env: NodeJS.ProcessEnv, wanted: NewInstance[]): Promise<void> {
  const config = readConfig(env);
  const log = pino({ level: 'silent' });
  const cacheDir = fileURLToPath(new URL('../../../.cache', import.meta.url));
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, cacheDir, log });
  try {
    await migrate(database.db, log);
    const vault = new Vault(await readRootKey(config));
    const platform: Platform = { config, log, clock: systemClock, vault, events: new EventBus(), jobs: quietJobs, rateLimits: new RateLimits(false), db: database.db, pool: database.pool };
    await ensureFirstInstance(platform, new Instances(platform));
    for (const instance of wanted) await createInstance(platform, instance);
  } finally {
    await database.close();
  }
}
