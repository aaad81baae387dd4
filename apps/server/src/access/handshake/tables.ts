import type { Insertable, Selectable } from 'kysely';

export interface HandshakeNoncesTable {
  instance_id: string;
  nonce_hash: Buffer;
  directives_encrypted: Buffer;
  expires_at: Date;
}

export type HandshakeNonceRow = Selectable<HandshakeNoncesTable>;
export type NewHandshakeNonceRow = Insertable<HandshakeNoncesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    handshake_nonces: HandshakeNoncesTable;
  }
}
