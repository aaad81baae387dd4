/** Instances besides the one that the first run makes. */
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { ensureFirstInstance } from '../../apps/server/src/first-run.ts';
import { createInstance, Instances, type NewInstance } from '../../apps/server/src/instances/instances/service.ts';
import { openPlatform } from '../../apps/server/src/open-platform.ts';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import type { Instance } from '../../apps/server/src/platform/context.ts';

export interface Seeded {
  instance: Instance;
  secretKey: string;
}

/** Makes the default instance as the first run does, and then these, before the server is there. */
export async function seed(env: NodeJS.ProcessEnv, wanted: NewInstance[]): Promise<{ first: Seeded; others: Seeded[] }> {
  const cacheDir = fileURLToPath(new URL('../../.cache', import.meta.url));
  const { platform, database } = await openPlatform(readConfig({ FOYER_CACHE_DIR: cacheDir, ...env }), pino({ level: 'silent' }));
  try {
    const first = await ensureFirstInstance(platform, new Instances(platform));
    if (!first?.secretKey) throw new Error('The first run made no instance whose key can be shown.');
    const others: Seeded[] = [];
    for (const instance of wanted) others.push(await createInstance(platform, instance));
    return { first: { instance: first.instance, secretKey: first.secretKey }, others };
  } finally {
    await database.close();
  }
}
