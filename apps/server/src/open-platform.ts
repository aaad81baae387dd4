import type { Logger } from 'pino';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Platform } from './platform/context.ts';
import { Vault } from './platform/crypto.ts';
import { migrate } from './platform/database/migrate.ts';
import { openDatabase, type Database } from './platform/database/open.ts';
import { EventBus } from './platform/events.ts';
import { createJobs } from './platform/jobs.ts';
import { Notifications } from './platform/notifications.ts';
import { openPlaces } from './platform/places/places.ts';
import { RateLimits } from './platform/rate-limits.ts';
import { readRootKey } from './root-key.ts';

export interface OpenPlatform {
  platform: Platform;
  database: Database;
  notifications: Notifications;
}

/**
 * Opens everything that the program and its command line stand on: the root key, the database,
 * brought up to date, and what is built on them. Nothing runs in the background yet.
 *
 * @throws ConfigError or DatabaseError; their messages say what to do
 */
export async function openPlatform(config: Config, log: Logger): Promise<OpenPlatform> {
  const rootKey = await readRootKey(config);
  const places = await openPlaces(config.geoipFile);
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, cacheDir: config.cacheDir, preparedStatements: config.preparedStatements, log });
  await migrate(database.db, log);
  const notifications = new Notifications(database, log);
  const platform: Platform = {
    config,
    log,
    clock: systemClock,
    vault: new Vault(rootKey),
    events: new EventBus(),
    jobs: createJobs({ database, notifications, log }),
    rateLimits: new RateLimits(config.rateLimits),
    places,
    db: database.db,
  };
  return { platform, database, notifications };
}
