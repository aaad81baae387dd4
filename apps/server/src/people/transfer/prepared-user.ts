import type { NewBackupCodeRow } from '../backup-codes/tables.ts';
import type { NewEmailAddressRow } from '../email-addresses/tables.ts';
import type { NewPasskeyRow } from '../passkeys/tables.ts';
import type { NewPhoneNumberRow } from '../phone-numbers/tables.ts';
import type { NewTotpRow } from '../totp/tables.ts';
import type { NewUserRow } from '../users/tables.ts';
import type { NewWeb3WalletRow } from '../web3-wallets/tables.ts';

/** The rows that a record becomes. Everything in them has been checked but for whether it is taken. */
export interface PreparedUser {
  /** Where the record begins in its file. */
  line: number;
  user: NewUserRow;
  emailAddresses: NewEmailAddressRow[];
  phoneNumbers: NewPhoneNumberRow[];
  web3Wallets: NewWeb3WalletRow[];
  passkeys: NewPasskeyRow[];
  totps: NewTotpRow[];
  backupCodes: NewBackupCodeRow[];
}

/** A record that became no user, and why. */
export interface Reject {
  line: number;
  reason: string;
}
