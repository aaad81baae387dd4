import type { Generated, Insertable, Selectable } from 'kysely';

export interface Web3WalletsTable {
  instance_id: string;
  id: string;
  user_id: string;
  web3_wallet: string;
  verified_at: Date | null;
  reserved: Generated<boolean>;
  verification_id: string | null;
  created_at: Date;
  updated_at: Date;
}

export type Web3WalletRow = Selectable<Web3WalletsTable>;
export type NewWeb3WalletRow = Insertable<Web3WalletsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    web3_wallets: Web3WalletsTable;
  }
}
