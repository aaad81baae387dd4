import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError as DriverError, type Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { sendingTogether } from './sending-together.ts';
import { StatementNames } from './statement-names.ts';

/**
 * A pool for the query builder that prepares the statements it sends often, by name: the database
 * server then need not parse and plan them each time. Statements that can go together do: see
 * {@link sendingTogether}.
 *
 * @param pool whose connections are opened with `pipeline`
 */
export function preparingPool(pool: Pool): PostgresPool {
  const names = new StatementNames();
  // The query builder knows a connection by its object.
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      let preparing = known.get(client);
      if (!preparing) known.set(client, (preparing = preparingClient(client, names)));
      return preparing;
    },
    end: () => pool.end(),
  };
}

function preparingClient(client: PoolClient, names: StatementNames): PostgresPoolClient {
  const query = sendingTogether(client, {
    configOf(text, values) {
      // Only what has values is worth a name; anything else may be several statements, which have none.
      const name = values.length > 0 ? names.nameOf(text) : undefined;
      return name === undefined ? { text, values } : { name, text, values };
    },
    send: (query) => (query.name === undefined ? client.query(query) : sendNamed(client, names, query)),
  });
  // The other way to call it is for cursors, which nobody is given here.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}

async function sendNamed(client: PoolClient, names: StatementNames, query: QueryConfig): Promise<QueryResult> {
  try {
    return await client.query(query);
  } catch (error) {
    if (!isOutdated(error)) throw error;
    names.forget();
    // What ran before in a failed transaction is lost with it: whoever began it has to hear.
    if (client.getTransactionStatus() !== 'I') throw error;
    return client.query({ text: query.text, values: query.values ?? [] });
  }
}

/** A newer Foyer beside this one has added a column to what a prepared statement answers. */
function isOutdated(error: unknown): boolean {
  return error instanceof DriverError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
}
