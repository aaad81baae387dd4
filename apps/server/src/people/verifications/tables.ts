import type { Generated, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface VerificationsTable {
  instance_id: string;
  id: string;
  strategy: string;
  channel: string | null;
  target: string | null;
  code_hash: Buffer | null;
  nonce: string | null;
  message: string | null;
  attempts: Generated<number>;
  created_at: Date;
  expires_at: Date | null;
  verified_at: Date | null;
  failed_at: Date | null;
  transferable: Generated<boolean>;
  client_id: string | null;
  verified_at_client: string | null;
  external_redirect_url: string | null;
  error: Json | null;
  data: Generated<Json>;
}

export type VerificationRow = Selectable<VerificationsTable>;
export type NewVerificationRow = Insertable<VerificationsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    verifications: VerificationsTable;
  }
}
