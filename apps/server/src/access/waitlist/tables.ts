import type { Insertable, Selectable } from 'kysely';

export interface WaitlistEntriesTable {
  instance_id: string;
  id: string;
  email_address: string;
  invitation_id: string | null;
  invited_at: Date | null;
  rejected_at: Date | null;
  /** When someone with this address got an account. */
  completed_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export type WaitlistEntryRow = Selectable<WaitlistEntriesTable>;
export type NewWaitlistEntryRow = Insertable<WaitlistEntriesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    waitlist_entries: WaitlistEntriesTable;
  }
}
