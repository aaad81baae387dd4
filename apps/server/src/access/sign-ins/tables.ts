import type { Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface SignInsTable {
  instance_id: string;
  id: string;
  client_id: string;
  identifier: string | null;
  user_id: string | null;
  first_factor_verification_id: string | null;
  second_factor_verification_id: string | null;
  first_factor_verified_at: Date | null;
  second_factor_verified_at: Date | null;
  new_password_set_at: Date | null;
  /** See `client-trust/trust.ts`. */
  client_trust_verified_at: Date | null;
  actor: Json | null;
  /** Set where the ticket allows a short session only. */
  session_max_duration_in_seconds: number | null;
  created_session_id: string | null;
  abandon_at: Date;
  created_at: Date;
  updated_at: Date;
}

export type SignInRow = Selectable<SignInsTable>;
export type NewSignInRow = Insertable<SignInsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    sign_ins: SignInsTable;
  }
}
