import type { Static } from 'typebox';
import { CreatedAndUpdated, kind, nullable, resource, Text, variants } from '../parts.ts';
import { AdminVerification, Web3Verification } from './verification.ts';

export const Web3Wallet = resource('Web3Wallet', {
  id: Text,
  object: kind('web3_wallet'),
  web3_wallet: Text,
  verification: nullable(variants([Web3Verification, AdminVerification])),
  ...CreatedAndUpdated,
});
export type Web3WalletResource = Static<typeof Web3Wallet>;
