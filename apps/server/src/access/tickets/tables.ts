import type { Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface SignInTokensTable {
  instance_id: string;
  id: string;
  user_id: string;
  token_hash: Buffer;
  actor: Json | null;
  session_max_duration_in_seconds: number | null;
  url: string | null;
  used_at: Date | null;
  revoked_at: Date | null;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

/** What a token is for: to sign in as oneself, or as somebody else. */
export type TokenKind = 'sign_in_token' | 'actor_token';

export type SignInTokenRow = Selectable<SignInTokensTable>;
export type NewSignInTokenRow = Insertable<SignInTokensTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    sign_in_tokens: SignInTokensTable;
  }
}
