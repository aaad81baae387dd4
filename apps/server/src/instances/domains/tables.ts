import type { Selectable } from 'kysely';

export interface DomainsTable {
  instance_id: string;
  id: string;
  /** Host name; with the port in development. */
  name: string;
  is_satellite: boolean;
  /** A second app on the same registrable domain: its subdomain counts. */
  is_secondary: boolean;
  proxy_url: string | null;
  /** Of a production instance: nobody else may have it. */
  live: boolean;
  created_at: Date;
  updated_at: Date;
}

export type DomainRow = Selectable<DomainsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    domains: DomainsTable;
  }
}
