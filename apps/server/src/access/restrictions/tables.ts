import type { Selectable } from 'kysely';

/** Which list an identifier is on. */
export type List = 'allow' | 'block';

export interface ListedIdentifiersTable {
  instance_id: string;
  id: string;
  list: List;
  /** As it was given. */
  identifier: string;
  identifier_type: 'email_address' | 'phone_number' | 'web3_wallet';
  /** See `patterns.ts`. */
  pattern: string;
  created_at: Date;
  updated_at: Date;
}

export type ListedIdentifierRow = Selectable<ListedIdentifiersTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    listed_identifiers: ListedIdentifiersTable;
  }
}
