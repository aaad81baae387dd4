/** What people carry: things that prove who they are. */
import type { BrowserContext } from 'playwright-core';
import { codeOf, fromBase32, stepAt } from '../../../apps/server/src/people/totp/algorithm.ts';
import { SoftwareWallet } from '../../../apps/server/src/testing/wallet.ts';

/** Of an authenticator app that comes with an account. */
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** What an authenticator app shows in this half minute, or in a later one: the next is accepted already. */
export function codeAt(secret: string, ahead = 0): string {
  const bytes = fromBase32(secret);
  if (!bytes) throw new Error(`${secret} is not Base32.`);
  return codeOf(bytes, stepAt(new Date()) + ahead);
}

/** Gives a browser a wallet, as MetaMask would, whose owner signs everything. */
export async function carryWallet(context: BrowserContext): Promise<void> {
  const wallet = new SoftwareWallet();
  await context.exposeFunction('signWithTheWallet', (hex: string) => wallet.sign(Buffer.from(hex.slice(2), 'hex').toString()));
  await context.addInitScript((address) => {
    const { signWithTheWallet } = window as unknown as { signWithTheWallet(hex: string): Promise<string> };
    const request = async ({ method, params = [] }: { method: string; params?: string[] }) => (method === 'personal_sign' ? signWithTheWallet(params[0] ?? '') : [address]);
    Object.assign(window, { ethereum: { isMetaMask: true, request } });
  }, wallet.address);
}
