import type { Insertable, Selectable } from 'kysely';

export interface DevBrowsersTable {
  instance_id: string;
  id: string;
  token_hash: Buffer;
  client_id: string | null;
  home_origin: string | null;
  created_at: Date;
}

export type DevBrowserRow = Selectable<DevBrowsersTable>;
export type NewDevBrowserRow = Insertable<DevBrowsersTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    dev_browsers: DevBrowsersTable;
  }
}
