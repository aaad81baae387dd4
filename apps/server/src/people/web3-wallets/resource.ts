import type { BackendUserResource } from '@foyer/protocol/schemas/backend/user';
import type { Web3WalletResource } from '@foyer/protocol/schemas/resources/web3-wallet';
import { contactVerification } from '../contact-verification.ts';
import type { VerificationRow } from '../verifications/tables.ts';
import { checksummed } from './signature.ts';
import type { Web3WalletRow } from './tables.ts';

type Resource = Web3WalletResource & BackendUserResource['web3_wallets'][number];

/** A wallet on the wire; both APIs show the same. */
export function web3WalletResource(row: Web3WalletRow, verifications: ReadonlyMap<string, VerificationRow>, now: Date): Resource {
  return {
    id: row.id,
    object: 'web3_wallet',
    web3_wallet: checksummed(row.web3_wallet),
    // Only strategies that prove a wallet are ever written to one.
    verification: contactVerification(row, verifications, now) as Resource['verification'],
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
