import type { Pool } from 'pg';
import type { SessionFacts } from '../sessions/status.ts';
import type { TokenSession } from './mint.ts';

/** Everything that a new session token says or depends on. */
export interface TokenRow extends TokenSession, SessionFacts {
  /** When the client changed last. */
  client_changed_at: Date;
}

const COLUMNS = `s.id, s.user_id, s.actor, s.first_factor_verified_at, s.second_factor_verified_at,
  s.removed_at, s.revoked_at, s.ended_at, s.replaced_at, s.abandon_at, s.expire_at, s.last_active_at,
  c.updated_at as client_changed_at`;

const OF_CLIENT = `join sessions s on s.instance_id = c.instance_id and s.client_id = c.id
  where c.instance_id = $1 and c.ended_at is null and s.id = $3`;

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
