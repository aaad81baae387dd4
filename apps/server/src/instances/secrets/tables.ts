import type { Selectable } from 'kysely';

export interface InstanceSecretsTable {
  instance_id: string;
  name: string;
  value_encrypted: Buffer;
  updated_at: Date;
}

export type InstanceSecretRow = Selectable<InstanceSecretsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    instance_secrets: InstanceSecretsTable;
  }
}
