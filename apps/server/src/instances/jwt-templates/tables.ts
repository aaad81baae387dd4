import type { ColumnType, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface JwtTemplatesTable {
  instance_id: string;
  id: string;
  name: string;
  claims: Json;
  /** Seconds. */
  lifetime: number;
  /** Seconds. */
  allowed_clock_skew: number;
  signing_algorithm: string;
  /** The key of its own; `null` when the instance's key signs. */
  signing_key_encrypted: Buffer | null;
  created_at: ColumnType<Date, Date, never>;
  updated_at: Date;
}

export type JwtTemplateRow = Selectable<JwtTemplatesTable>;
export type NewJwtTemplateRow = Insertable<JwtTemplatesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    jwt_templates: JwtTemplatesTable;
  }
}
