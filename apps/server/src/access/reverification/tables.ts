import type { ReverificationLevel } from '@foyer/protocol/statuses';
import type { Insertable, Selectable } from 'kysely';

export interface ReverificationsTable {
  instance_id: string;
  id: string;
  session_id: string;
  level: ReverificationLevel;
  first_factor_verification_id: string | null;
  second_factor_verification_id: string | null;
  first_factor_verified_at: Date | null;
  second_factor_verified_at: Date | null;
  created_at: Date;
}

export type ReverificationRow = Selectable<ReverificationsTable>;
export type NewReverificationRow = Insertable<ReverificationsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    reverifications: ReverificationsTable;
  }
}
