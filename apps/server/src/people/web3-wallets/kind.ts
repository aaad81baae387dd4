import { contactStore } from '../contact-store.ts';
import type { ContactKind } from '../contacts.ts';
import type { Web3WalletRow } from './tables.ts';

/** Web3 wallets, for the functions of `users/contacts.ts`. */
export const web3Wallets: ContactKind<Web3WalletRow> = {
  name: 'web3_wallet',
  primaryColumn: 'primary_web3_wallet_id',
  store: contactStore({ table: 'web3_wallets', column: 'web3_wallet' }),
  value: (row) => row.web3_wallet,
};
