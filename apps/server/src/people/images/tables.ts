import type { Insertable, Selectable } from 'kysely';

export interface ImagesTable {
  instance_id: string;
  id: string;
  name: string;
  content_type: string;
  content: Buffer;
  created_at: Date;
}

export type ImageRow = Selectable<ImagesTable>;
export type NewImageRow = Insertable<ImagesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    images: ImagesTable;
  }
}
