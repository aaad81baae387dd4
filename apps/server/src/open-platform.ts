import type { Logger } from 'pino';
import { rootKeyFits } from './instances/keys/signing-keys.ts';
import { systemClock } from './platform/clock.ts';
import { ConfigError, type Config } from './platform/config.ts';
import type { Platform } from './platform/context.ts';
import { Vault } from './platform/crypto.ts';
import { migrate } from './platform/database/migrate.ts';
import { openDatabase, type Database } from './platform/database/open.ts';
import { refusalOf } from './platform/database/refusals.ts';
import { EventBus } from './platform/events.ts';
import { createJobs } from './platform/jobs.ts';
import { Notifications } from './platform/notifications.ts';
import { openPlaces } from './platform/places/places.ts';
import { RateLimits } from './platform/rate-limits.ts';
import { keyFile, readRootKey } from './root-key.ts';

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
  try {
    return await standOn(database, { config, log, rootKey, places });
  } catch (error) {
    await database.close();
    throw refusalOf(error) ?? error;
  }
}

async function standOn(database: Database, given: { config: Config; log: Logger; rootKey: Buffer; places: Platform['places'] }): Promise<OpenPlatform> {
  const { config, log, rootKey, places } = given;
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
  if (!(await rootKeyFits(platform))) throw new ConfigError(otherKey(config));
  return { platform, database, notifications };
}

function otherKey(config: Config): string {
  const used = config.encryptionKey === undefined ? `in ${keyFile(config)}` : 'in FOYER_ENCRYPTION_KEY';
  return `The encryption key ${used} is not the one with which this database was filled, and without that one its secrets cannot be read. Set FOYER_ENCRYPTION_KEY to it, the same for every Foyer on this database, and start again. It was generated into encryption.key in the data folder of the first start, unless it was set.`;
}
