import type { Pool } from 'pg';
import type { SessionRow } from '../sessions/tables.ts';
import type { TokenSession } from './mint.ts';

/** What a new session token says, and what decides whether there may be one. Few columns: each costs on every answer. */
export interface TokenRow extends Omit<TokenSession, 'id'>, Pick<SessionRow, 'expire_at' | 'last_active_at'> {
  /** When the client changed last. */
  client_changed_at: Date;
}

const COLUMNS = `s.user_id, s.actor, s.tasks, s.first_factor_verified_at, s.second_factor_verified_at, s.expire_at, s.last_active_at,
  c.updated_at as client_changed_at`;

/** Only what nobody has stopped; for the rest the route takes the long way, and finds the right words. */
const OF_CLIENT = `join sessions s on s.instance_id = c.instance_id and s.client_id = c.id
  where c.instance_id = $1 and c.ended_at is null and s.id = $3
  and s.removed_at is null and s.revoked_at is null and s.ended_at is null and s.replaced_at is null`;

const BY_CLIENT_TOKEN = {
  name: 'session-by-client-token',
  text: `select ${COLUMNS} from clients c ${OF_CLIENT} and c.token_hash = $2`,
};

const BY_DEV_BROWSER = {
  name: 'session-by-dev-browser',
  text: `select ${COLUMNS} from dev_browsers d
    join clients c on c.instance_id = d.instance_id and c.id = d.client_id ${OF_CLIENT} and d.token_hash = $2 and d.instance_id = $1`,
};

/**
 * Reads a session by the secret that its client carries, in one query over unique indexes. Planning it
 * would cost more than running it, so each connection prepares it once, under its name.
 */
export async function findByCredential(
  pool: Pool,
  instanceId: string,
  secret: { devBrowser: boolean; hash: Buffer },
  sessionId: string,
): Promise<TokenRow | undefined> {
  const statement = secret.devBrowser ? BY_DEV_BROWSER : BY_CLIENT_TOKEN;
  const { rows } = await pool.query<TokenRow>({ ...statement, values: [instanceId, secret.hash, sessionId] });
  return rows[0];
}
