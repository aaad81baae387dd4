import { CompiledQuery } from 'kysely';
import { together } from '../../platform/database/together.ts';
import type { SessionRow } from '../sessions/tables.ts';
import type { TokenSession } from './mint.ts';

/** What a new session token says, and what decides whether there may be one. Few columns: each costs on every answer. */
export interface TokenRow extends Omit<TokenSession, 'id'>, Pick<SessionRow, 'expire_at' | 'last_active_at'> {
  /** When the client changed last. */
  client_changed_at: Date;
}

/** A session, and the hash of the secret with which its client asks for a token of it. */
export interface Wish {
  instanceId: string;
  hash: Buffer;
  sessionId: string;
}

const COLUMNS = `s.user_id, s.actor, s.tasks, s.first_factor_verified_at, s.second_factor_verified_at, s.expire_at, s.last_active_at, s.last_active_organization_id,
  c.updated_at as client_changed_at, w.place::int as place`;

const WISHES = 'unnest($1::text[], $2::bytea[], $3::text[]) with ordinality as w (instance_id, hash, session_id, place)';

/** Only what nobody has stopped; for the rest the route takes the long way, and finds the right words. */
const LIVE_SESSION = `join sessions s on s.instance_id = c.instance_id and s.client_id = c.id and s.id = w.session_id
  where c.ended_at is null and s.removed_at is null and s.revoked_at is null and s.ended_at is null and s.replaced_at is null`;

/** Reads a session by the secret of its client, over unique indexes. */
export const findByClientToken = sessionsBy(`select ${COLUMNS} from ${WISHES}
  join clients c on c.instance_id = w.instance_id and c.token_hash = w.hash ${LIVE_SESSION}`);

/** Reads a session by the secret of the development browser that its client belongs to. */
export const findByDevBrowser = sessionsBy(`select ${COLUMNS} from ${WISHES}
  join dev_browsers d on d.instance_id = w.instance_id and d.token_hash = w.hash
  join clients c on c.instance_id = d.instance_id and c.id = d.client_id ${LIVE_SESSION}`);

/** Written out, and not by the query builder: building it would cost as much as the rest. */
function sessionsBy(statement: string) {
  return together<Wish, TokenRow>(async (db, wishes) => {
    const values = [wishes.map((wish) => wish.instanceId), wishes.map((wish) => wish.hash), wishes.map((wish) => wish.sessionId)];
    const { rows } = await db.executeQuery<TokenRow & { place: number }>(CompiledQuery.raw(statement, values));
    const found: (TokenRow | undefined)[] = [];
    for (const row of rows) found[row.place - 1] = row;
    return found;
  });
}
