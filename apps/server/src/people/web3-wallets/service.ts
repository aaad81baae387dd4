import { now, type Context } from '../../platform/context.ts';
import { proofsOf } from '../contact-verification.ts';
import { web3WalletResource } from './resource.ts';
import type { Web3WalletRow } from './tables.ts';

export { web3Wallets } from './kind.ts';
export { checkWalletProof, startWalletProof } from './proof.ts';
export { checksummed } from './signature.ts';

/** Wallets with their proofs, on the wire. */
export async function showWeb3Wallets(ctx: Context, rows: readonly Web3WalletRow[]): Promise<ReturnType<typeof web3WalletResource>[]> {
  const proofs = await proofsOf(ctx, rows);
  return rows.map((row) => web3WalletResource(row, proofs, now(ctx)));
}

/** One of them. */
export async function showWeb3Wallet(ctx: Context, row: Web3WalletRow): Promise<ReturnType<typeof web3WalletResource>> {
  return web3WalletResource(row, await proofsOf(ctx, [row]), now(ctx));
}
