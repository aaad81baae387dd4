// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { connectWallet, signWithWallet } from './wallets.ts';

/** Installs a wallet that announces itself as EIP-6963 says. */
function install(rdns: string, request: (call: { method: string; params?: unknown[] }) => Promise<unknown>): () => void {
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: { info: { rdns }, provider: { request } } }));
  window.addEventListener('eip6963:requestProvider', announce);
  return () => window.removeEventListener('eip6963:requestProvider', announce);
}

const uninstalls: (() => void)[] = [];
afterEach(() => { for (const uninstall of uninstalls.splice(0)) uninstall(); });

it('asks the wallet that was meant, among several', async () => {
  const other = vi.fn();
  const metamask = vi.fn(async ({ method }: { method: string; params?: unknown[] }) => (method === 'personal_sign' ? '0xsigned' : ['0xabc', '0xdef']));
  uninstalls.push(install('com.coinbase.wallet', other), install('io.metamask', metamask));
  expect(await connectWallet('metamask')).toBe('0xabc');
  expect(await signWithWallet('metamask', '0xabc', 'Sign in: é')).toBe('0xsigned');
  expect(metamask.mock.calls[1]?.[0].params).toEqual([`0x${Buffer.from('Sign in: é').toString('hex')}`, '0xabc']);
  expect(other).not.toHaveBeenCalled();
});

it('says so when there is no wallet', async () => {
  await expect(connectWallet('okx_wallet')).rejects.toMatchObject({ code: 'web3_wallet_not_found' });
});
