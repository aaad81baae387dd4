import type { Selectable } from 'kysely';

export interface MessagesTable {
  instance_id: string;
  id: string;
  channel: 'email' | 'sms' | 'whatsapp';
  template: string;
  recipient: string;
  user_id: string | null;
  content_encrypted: Buffer | null;
  created_at: Date;
  delivered_at: Date | null;
  failed_at: Date | null;
  failure: string | null;
}

export type MessageRow = Selectable<MessagesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    messages: MessagesTable;
  }
}
