import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import type { Database, DatabaseLog } from './database/open.ts';
import type { Db } from './database/tables.ts';

/** All topics travel on one channel, so that one LISTEN serves them all. */
const CHANNEL = 'foyer';
const RECONNECT_MS = 1_000;

/** Called with what was said, or with null after a break in which anything may have been said. */
type Listener = (payload: string | null) => void;

/**
 * Tells every node of the program, this one included, that something happened, as soon as the
 * transaction that says so is committed (and never if it is not): LISTEN and NOTIFY of PostgreSQL.
 * A hint, not a record: a node that is away misses it.
 */
export class Notifications {
  readonly #database: Database;
  readonly #log: DatabaseLog;
  readonly #listeners = new Map<string, Listener[]>();
  #client: PoolClient | undefined;
  #stopped = false;

  constructor(database: Database, log: DatabaseLog) {
    this.#database = database;
    this.#log = log;
  }

  /** Says something about a topic: when the transaction of `db` commits, or at once outside one. */
  async notify(db: Db, topic: string, payload: string): Promise<void> {
    await sql`select pg_notify(${CHANNEL}, ${`${topic} ${payload}`})`.execute(db);
  }

  /** Adds a listener to a topic; topics are single words. */
  listen(topic: string, listener: Listener): void {
    this.#listeners.set(topic, [...(this.#listeners.get(topic) ?? []), listener]);
  }

  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const client = this.#client;
    this.#client = undefined;
    if (!client) return;
    client.off('notification', this.#receive);
    client.off('error', this.#reconnect);
    // The embedded database's connection was given back already, below.
    if (this.#database.kind === 'postgres') client.release(true);
  }

  async #connect(): Promise<void> {
    const client = await this.#database.pool.connect();
    client.on('notification', this.#receive);
    client.on('error', this.#reconnect);
    await client.query(`listen ${CHANNEL}`);
    this.#client = client;
    // PostgreSQL keeps a connection for us. The embedded database has only one: it goes on
    // listening for us while others use it.
    if (this.#database.kind === 'pglite') client.release();
  }

  readonly #receive = ({ payload: message = '' }: { payload?: string | undefined }) => {
    const space = message.indexOf(' ');
    for (const listener of this.#listeners.get(message.slice(0, space)) ?? []) listener(message.slice(space + 1));
  };

  readonly #reconnect = (error: Error) => {
    const broken = this.#client;
    if (this.#stopped || !broken) return;
    this.#client = undefined;
    this.#log.warn({ err: error }, 'stopped hearing from the other nodes; reconnecting');
    if (this.#database.kind === 'postgres') broken.release(error);
    void this.#retry();
  };

  async #retry(): Promise<void> {
    while (!this.#stopped) {
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
      if (this.#stopped) return;
      try {
        await this.#connect();
        for (const listeners of this.#listeners.values()) for (const listener of listeners) listener(null);
        return;
      } catch (error) {
        this.#log.warn({ err: error }, 'cannot listen to the other nodes yet');
      }
    }
  }
}
