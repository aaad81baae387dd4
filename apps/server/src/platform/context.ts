import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Vault } from './crypto.ts';
import type { Tables } from './database/tables.ts';
import type { EventBus, EventMap } from './events.ts';
import type { Jobs } from './jobs.ts';
import type { Places } from './places/places.ts';
import type { RateLimits } from './rate-limits.ts';

/** The instance a request or job works for; the instances wing adds its settings by declaration merging. */
export interface Instance {
  readonly id: string;
  readonly slug: string;
  readonly environmentType: 'development' | 'production';
  /** Host inside the publishable key; `iss` of every token is `https://` and this. */
  readonly fapiHost: string;
  readonly publishableKey: string;
}

/** What the whole program shares. */
export interface Platform {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly events: EventBus;
  readonly jobs: Jobs;
  readonly rateLimits: RateLimits;
  readonly places: Places;
  readonly db: Kysely<Tables>;
}

/**
 * What every service works with: the instance it works for and the database handle it works on.
 * Inside a transaction `db` is that transaction, so a service never asks which it is.
 */
export interface Context {
  readonly platform: Platform;
  readonly instance: Instance;
  readonly db: Kysely<Tables> | Transaction<Tables>;
  readonly log: Logger;
}

/** The present moment by the program's clock. */
export function now(ctx: Context): Date {
  return ctx.platform.clock.now();
}

/** Tells the other rooms what happened, inside the transaction of `ctx`. */
export function emit<K extends keyof EventMap>(ctx: Context, type: K, event: EventMap[K]): Promise<void> {
  return ctx.platform.events.emit(ctx, type, event);
}

/**
 * Runs `work` in a transaction. Called inside one, it joins it: on the embedded database there is a
 * single connection, and waiting for a second would wait for ever.
 */
export function transaction<C extends Context, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}
