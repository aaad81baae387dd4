import type { PoolClient, QueryConfig, QueryResult } from 'pg';

/** Marks a statement, at its end, whose answer nobody waits for: see {@link sendingTogether}. */
export const UNAWAITED = '/* unawaited */';

/** What a statement becomes on the wire, and how one is sent whose answer is waited for. */
interface Sending {
  configOf(text: string, values: unknown[]): QueryConfig;
  send(query: QueryConfig): Promise<QueryResult>;
}

const NOTHING: QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * Sends statements of a transaction together whose answers nobody needs by themselves: `begin`, and those
 * marked {@link UNAWAITED}. They are held until the next statement, `commit` at the latest, and go before it in
 * the same write: a round trip to the database costs more than most statements.
 *
 * Should one of them fail, the statement that they went with fails in its stead, and the transaction with it.
 *
 * @param client whose connection was opened with `pipeline`
 */
export function sendingTogether(client: PoolClient, { configOf, send }: Sending): (text: string, values: unknown[]) => Promise<QueryResult> {
  let held: QueryConfig[] = [];

  return async (text, values) => {
    const query = configOf(text, values);
    if (isHeld(text)) {
      held.push(query);
      return NOTHING;
    }
    const before = held;
    held = [];
    if (before.length === 0) return send(query);
    if (text !== 'rollback') return sendAfter(before, query);
    // What was never sent need not be undone.
    return before.some((statement) => statement.text === 'begin') ? NOTHING : send(query);
  };

  async function sendAfter(before: QueryConfig[], query: QueryConfig): Promise<QueryResult> {
    const { stream } = client.connection;
    stream.cork();
    const sent = before.map((statement) => client.query(statement));
    const last = send(query);
    stream.uncork();
    const answers = await Promise.allSettled([...sent, last]);
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed) throw failed.reason;
    return last;
  }
}

function isHeld(text: string): boolean {
  return text === 'begin' || text.endsWith(UNAWAITED);
}
