import type { Generated, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface InvitationsTable {
  instance_id: string;
  id: string;
  email_address: string;
  public_metadata: Generated<Json>;
  redirect_url: string | null;
  token_hash: Buffer;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export type InvitationRow = Selectable<InvitationsTable>;
export type NewInvitationRow = Insertable<InvitationsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    invitations: InvitationsTable;
  }
}
