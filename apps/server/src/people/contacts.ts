import type { Db } from '../platform/database/tables.ts';

/** What email addresses, phone numbers and wallets have in common: they can be proved, and are then one person's. */
export interface ContactRow {
  instance_id: string;
  id: string;
  user_id: string;
  verified_at: Date | null;
  /** Held for its owner although nobody has proved it; usable for sign-in like a verified one. */
  reserved: boolean;
  verification_id: string | null;
  created_at: Date;
  updated_at: Date;
}

/** A contact to be added to a user. */
export interface NewContact {
  /** Normalised: see `people/identifiers.ts`. */
  value: string;
  verified: boolean;
  reserved: boolean;
  /** The proof; none when an administrator vouches for it. */
  verificationId: string | null;
}

export type ContactChanges = Partial<Pick<ContactRow, 'verified_at' | 'reserved' | 'verification_id'>>;

/** A table of contacts. Every query starts from the instance. */
export interface ContactStore<Row extends ContactRow> {
  find(db: Db, instanceId: string, id: string): Promise<Row | undefined>;
  /** The one that is verified or reserved: of these there is at most one in an instance. */
  findOwned(db: Db, instanceId: string, value: string): Promise<Row | undefined>;
  /** Everything that these users have, oldest first. */
  listOf(db: Db, instanceId: string, userIds: readonly string[]): Promise<Row[]>;
  /** @throws a unique violation when somebody owns the value, or the user has it already */
  insert(db: Db, owner: { instanceId: string; userId: string; id: string; at: Date }, contact: NewContact): Promise<Row>;
  /** @throws a unique violation when somebody else owns the value by now */
  update(db: Db, instanceId: string, id: string, changes: ContactChanges, at: Date): Promise<Row | undefined>;
  remove(db: Db, instanceId: string, id: string): Promise<void>;
}

/** One kind of contact, for code that treats all kinds alike. */
export interface ContactKind<Row extends ContactRow> {
  name: 'email_address' | 'phone_number' | 'web3_wallet';
  /** Column of `users` that names the primary one. */
  primaryColumn: 'primary_email_address_id' | 'primary_phone_number_id' | 'primary_web3_wallet_id';
  store: ContactStore<Row>;
  value(row: Row): string;
}

/** Whether a contact belongs to its user alone, so that it can be used to sign in. */
export function isOwned(contact: ContactRow): boolean {
  return contact.verified_at !== null || contact.reserved;
}
