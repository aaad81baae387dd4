import type { Generated, Insertable, Selectable } from 'kysely';

export interface ClientsTable {
  instance_id: string;
  id: string;
  token_hash: Buffer;
  previous_token_hash: Buffer | null;
  token_rotated_at: Date;
  native: Generated<boolean>;
  last_active_session_id: string | null;
  last_authentication_strategy: string | null;
  sign_in_id: string | null;
  sign_up_id: string | null;
  captcha_bypass: Generated<boolean>;
  /** A passed security check that no sign-up has used up yet. */
  captcha_passed_at: Date | null;
  cookie_expires_at: Date | null;
  ended_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export type ClientRow = Selectable<ClientsTable>;
export type NewClientRow = Insertable<ClientsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    clients: ClientsTable;
  }
}
