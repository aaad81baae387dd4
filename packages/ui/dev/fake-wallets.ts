// The wallets of the stand-in browser.
import { wait, type Fake } from './fake-parts.ts';

/** What a wallet does that is not there, or whose owner does not want to. */
export function checkWallet({ scenario }: Fake): void {
  if (scenario.wallet === 'missing') throw Object.assign(new Error('No wallet'), { code: 'web3_wallet_not_found' });
  if (scenario.wallet === 'refused') throw Object.assign(new Error('User rejected'), { code: 4001 });
}

export const createFakeWallets = (fake: Fake) => ({
  connect: async () => {
    await wait();
    if (fake.scenario.wallet === 'missing') checkWallet(fake);
    return '0xA11CE0000000000000000000000000000000Beef';
  },
  sign: async () => {
    await wait();
    document.body.dataset['signatures'] = String(Number(document.body.dataset['signatures'] ?? 0) + 1);
    checkWallet(fake);
    return '0xsigned';
  },
});
