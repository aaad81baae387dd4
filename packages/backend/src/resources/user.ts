import type { UserJSON } from '../json/index.ts';
import type { CamelCased } from './camel-case.ts';
import { WithRaw } from './raw.ts';
import type { EmailAddress, ExternalAccount, PhoneNumber, SamlAccount, Web3Wallet } from './types.ts';

type Nested = 'emailAddresses' | 'phoneNumbers' | 'web3Wallets' | 'externalAccounts' | 'samlAccounts';

interface UserFields extends Omit<CamelCased<UserJSON>, Nested> {
  readonly emailAddresses: EmailAddress[];
  readonly phoneNumbers: PhoneNumber[];
  readonly web3Wallets: Web3Wallet[];
  readonly externalAccounts: ExternalAccount[];
  readonly samlAccounts: SamlAccount[];
}

// The fields of this class are assigned by its base and declared by the interface.
/* oxlint-disable typescript/no-unsafe-declaration-merging */

export interface User extends UserFields {}

/** A user of the instance (docs: reference/backend/types/backend-user). */
export class User extends WithRaw<UserJSON> {
  /** First and last name, as far as known. */
  get fullName(): string | null {
    return [this.firstName, this.lastName].filter(Boolean).join(' ').trim() || null;
  }

  get primaryEmailAddress(): EmailAddress | null {
    return this.emailAddresses.find(({ id }) => id === this.primaryEmailAddressId) ?? null;
  }

  get primaryPhoneNumber(): PhoneNumber | null {
    return this.phoneNumbers.find(({ id }) => id === this.primaryPhoneNumberId) ?? null;
  }

  get primaryWeb3Wallet(): Web3Wallet | null {
    return this.web3Wallets.find(({ id }) => id === this.primaryWeb3WalletId) ?? null;
  }
}
