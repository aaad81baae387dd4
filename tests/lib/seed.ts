/** Instances in a database, before the server is there. */
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { ensureFirstInstance } from '../../apps/server/src/first-run.ts';
import { createInstance, Instances, type NewInstance } from '../../apps/server/src/instances/instances/service.ts';
import { openPlatform } from '../../apps/server/src/open-platform.ts';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import type { Instance, Platform } from '../../apps/server/src/platform/context.ts';

export interface Seeded {
  instance: Instance;
  secretKey: string;
}

/** Makes these instances, the first of which becomes the default one, and what belongs to them. */
export function seedInstances(env: NodeJS.ProcessEnv, wanted: NewInstance[], furnish?: (platform: Platform, seeded: Seeded[]) => Promise<void>): Promise<Seeded[]> {
  return inDatabase(env, async (platform) => {
    const seeded = await createAll(platform, wanted);
    await furnish?.(platform, seeded);
    return seeded;
  });
}

/** Makes the default instance as the first run does, and then these. */
export function seed(env: NodeJS.ProcessEnv, wanted: NewInstance[]): Promise<{ first: Seeded; others: Seeded[] }> {
  return inDatabase(env, async (platform) => {
    const first = await ensureFirstInstance(platform, new Instances(platform));
    if (!first?.secretKey) throw new Error('The first run made no instance whose key can be shown.');
    return { first: { instance: first.instance, secretKey: first.secretKey }, others: await createAll(platform, wanted) };
  });
}

async function createAll(platform: Platform, wanted: NewInstance[]): Promise<Seeded[]> {
  const seeded: Seeded[] = [];
  for (const instance of wanted) seeded.push(await createInstance(platform, instance));
  return seeded;
}

async function inDatabase<T>(env: NodeJS.ProcessEnv, use: (platform: Platform) => Promise<T>): Promise<T> {
  const cacheDir = fileURLToPath(new URL('../../.cache', import.meta.url));
  const { platform, database } = await openPlatform(readConfig({ FOYER_CACHE_DIR: cacheDir, ...env }), pino({ level: 'silent' }));
  try {
    return await use(platform);
  } finally {
    await database.close();
  }
}
