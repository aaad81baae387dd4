import type { Selectable } from 'kysely';

export interface RedirectUrlsTable {
  instance_id: string;
  id: string;
  url: string;
  created_at: Date;
  updated_at: Date;
}

export type RedirectUrlRow = Selectable<RedirectUrlsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    redirect_urls: RedirectUrlsTable;
  }
}
