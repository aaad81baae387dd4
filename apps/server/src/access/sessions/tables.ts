import type { Generated, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface SessionsTable {
  instance_id: string;
  id: string;
  client_id: string;
  user_id: string;
  actor: Json | null;
  /** See `tasks.ts`. */
  tasks: Generated<string[]>;
  last_active_organization_id: string | null;
  last_active_at: Date;
  expire_at: Date;
  abandon_at: Date;
  ended_at: Date | null;
  removed_at: Date | null;
  revoked_at: Date | null;
  replaced_at: Date | null;
  first_factor_verified_at: Date | null;
  second_factor_verified_at: Date | null;
  refresh_token_hash: Buffer | null;
  ip_address: string | null;
  user_agent: string | null;
  browser_name: string | null;
  browser_version: string | null;
  device_type: string | null;
  is_mobile: boolean | null;
  city: string | null;
  country: string | null;
  created_at: Date;
  updated_at: Date;
}

export type SessionRow = Selectable<SessionsTable>;
export type NewSessionRow = Insertable<SessionsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    sessions: SessionsTable;
  }
}
