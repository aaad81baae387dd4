import { describe, expect, it } from 'vitest';
import { signInMessage } from './message.ts';
import { checksummed, signerOf } from './signature.ts';

describe('signatures of wallets', () => {
  // Made by web3.js 4 (eth.accounts.sign).
  const wallet = '0x2c7536e3605d9c16a7a3d7b1898e529396a65c23';
  const signature = '0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c';

  it('tell whose they are', () => {
    expect(signerOf('Some data', signature)).toBe(wallet);
    expect(signerOf('Some data', signature.replace(/1c$/, '01').toUpperCase().replace('0X', '0x'))).toBe(wallet);
    expect(signerOf('Some date', signature)).not.toBe(wallet);
  });

  it.each(['', '0x', 'nonsense', `0x${'00'.repeat(65)}`, `0x${'ff'.repeat(64)}1b`, signature.slice(0, -2), `${signature}00`])('are none: %j', (text) => {
    expect(signerOf('Some data', text)).toBeNull();
  });
});

// The examples of ERC-55.
it.each(['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb'])('%s is shown with its checksum', (address) => {
  expect(checksummed(address.toLowerCase())).toBe(address);
});

it('the text that is signed names page, wallet, nonce and expiry', () => {
  const text = signInMessage({
    origin: 'https://app.example.com',
    wallet: '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
    applicationName: 'Acme\nNonce: 1',
    nonce: 'abcdef0123456789',
    issuedAt: new Date('2026-01-01T00:00:00Z'),
    expiresAt: new Date('2026-01-01T00:10:00Z'),
  });
  expect(text.split('\n')).toEqual([
    'app.example.com wants you to sign in with your Ethereum account:',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '',
    'Sign this message to prove to Acme Nonce: 1 that this wallet is yours.',
    '',
    'URI: https://app.example.com',
    'Version: 1',
    'Chain ID: 1',
    'Nonce: abcdef0123456789',
    'Issued At: 2026-01-01T00:00:00.000Z',
    'Expiration Time: 2026-01-01T00:10:00.000Z',
  ]);
});
