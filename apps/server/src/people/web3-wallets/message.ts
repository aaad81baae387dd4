import { checksummed } from './signature.ts';

export interface SignInMessage {
  /** Origin of the page that asks. */
  origin: string;
  /** Lower-case address with 0x. */
  wallet: string;
  applicationName: string;
  /** At least eight letters and digits. */
  nonce: string;
  issuedAt: Date;
  expiresAt: Date;
}

/** Ethereum's main network: what the signature proves is the same on all. */
const CHAIN_ID = 1;

/** The text that a person signs in with (ERC-4361). Wallets warn when its domain is not that of the page. */
export function signInMessage({ origin, wallet, applicationName, nonce, issuedAt, expiresAt }: SignInMessage): string {
  return [
    `${new URL(origin).host} wants you to sign in with your Ethereum account:`,
    checksummed(wallet),
    '',
    // One line: a line break in a name could pass for a field of the message.
    `Sign this message to prove to ${applicationName.replaceAll(/\s+/g, ' ')} that this wallet is yours.`,
    '',
    `URI: ${origin}`,
    'Version: 1',
    `Chain ID: ${CHAIN_ID}`,
    `Nonce: ${nonce}`,
    `Issued At: ${issuedAt.toISOString()}`,
    `Expiration Time: ${expiresAt.toISOString()}`,
  ].join('\n');
}
