import type { Selectable } from 'kysely';

export type TemplateType = 'email' | 'sms';

export interface MessageTemplatesTable {
  instance_id: string;
  template_type: TemplateType;
  slug: string;
  id: string;
  name: string | null;
  subject: string | null;
  /** What an editor made the body of; only kept. */
  markup: string | null;
  body: string | null;
  /** Whether we send the message; else the application does. */
  delivered: boolean;
  /** What stands before the @. */
  from_email_name: string | null;
  reply_to_email_name: string | null;
  created_at: Date;
  updated_at: Date;
}

export type MessageTemplateRow = Selectable<MessageTemplatesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    message_templates: MessageTemplatesTable;
  }
}
