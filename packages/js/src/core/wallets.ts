/** Web3 wallets in the browser, found by EIP-6963 and spoken to by EIP-1193. */
import type { Web3Provider, Web3Strategy } from '../types/strategies.ts';
import { ClerkRuntimeError } from './errors.ts';
import { sleep } from './retry.ts';

/** An EIP-1193 provider. */
interface Wallet {
  request(call: { method: string; params?: unknown[] }): Promise<unknown>;
}

interface Announcement {
  info: { rdns: string };
  provider: Wallet;
}

/** How wallets name themselves (EIP-6963 `rdns`). */
const NAMES: Partial<Record<Web3Provider, string>> = {
  metamask: 'io.metamask',
  coinbase_wallet: 'com.coinbase.wallet',
  okx_wallet: 'com.okex.wallet',
  base: 'app.base.account',
};

export function web3Strategy(provider: Web3Provider): Web3Strategy {
  return `web3_${provider}_signature`;
}

export function web3Provider(strategy: Web3Strategy): Web3Provider {
  return strategy.replace(/^web3_|_signature$/g, '') as Web3Provider;
}

/**
 * The address of the person's first account in the wallet, asking them to connect it.
 * @throws {ClerkRuntimeError} `web3_wallet_not_found` without that wallet in this browser
 */
export async function connectWallet(provider: Web3Provider): Promise<string> {
  const wallet = await findWallet(provider);
  const accounts = (await wallet.request({ method: 'eth_requestAccounts' })) as string[];
  return accounts[0] ?? '';
}

/** Has the wallet sign the server's text (`personal_sign`, EIP-191). */
export async function signWithWallet(provider: Web3Provider, identifier: string, message: string): Promise<string> {
  const wallet = await findWallet(provider);
  const bytes = [...new TextEncoder().encode(message)];
  const hex = `0x${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  return (await wallet.request({ method: 'personal_sign', params: [hex, identifier] })) as string;
}

async function findWallet(provider: Web3Provider): Promise<Wallet> {
  const announced: Announcement[] = [];
  const listen = (event: Event) => announced.push((event as CustomEvent<Announcement>).detail);
  window.addEventListener('eip6963:announceProvider', listen);
  window.dispatchEvent(new Event('eip6963:requestProvider'));
  // Wallets answer at once or after their script has woken up.
  if (announced.length === 0) await sleep(100);
  window.removeEventListener('eip6963:announceProvider', listen);

  const named = announced.find(({ info }) => info.rdns === NAMES[provider])?.provider;
  const wallet = named ?? (window as { ethereum?: Wallet }).ethereum;
  if (wallet) return wallet;
  const message = `No ${provider.replaceAll('_', ' ')} was found in this browser. Install its extension and try again.`;
  throw new ClerkRuntimeError(message, { code: 'web3_wallet_not_found' });
}
