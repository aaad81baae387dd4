import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

const SIGNATURE = /^0x([0-9a-f]{128})(00|01|1b|1c)$/i;

/** An address as wallets show it: the case of its letters is a checksum (ERC-55). */
export function checksummed(address: string): string {
  const digits = address.slice(2).toLowerCase();
  const hash = Buffer.from(keccak_256(Buffer.from(digits))).toString('hex');
  return `0x${[...digits].map((digit, at) => (parseInt(hash.charAt(at), 16) >= 8 ? digit.toUpperCase() : digit)).join('')}`;
}

/** What a wallet really signs when a person signs a text (ERC-191, version 0x45). */
export function signedDigest(message: string): Uint8Array {
  const text = Buffer.from(message);
  return keccak_256(Buffer.concat([Buffer.from(`\x19Ethereum Signed Message:\n${text.length}`), text]));
}

/**
 * Whose key signed a text; `null` for what is no signature of a key. (Wallets that are contracts sign
 * in a way that only a node of their chain can check, ERC-1271: `contract-wallet.ts`.)
 */
export function signerOf(message: string, signature: string): string | null {
  const [, rs, v] = SIGNATURE.exec(signature) ?? [];
  if (rs === undefined || v === undefined) return null;
  const recovery = parseInt(v, 16) % 27;
  try {
    const compressed = secp256k1.recoverPublicKey(Buffer.concat([Buffer.of(recovery), Buffer.from(rs, 'hex')]), signedDigest(message), { prehash: false });
    const key = secp256k1.Point.fromBytes(compressed).toBytes(false);
    return `0x${Buffer.from(keccak_256(key.subarray(1))).subarray(-20).toString('hex')}`;
  } catch {
    // No key could have made this signature: r or s is out of range, or no point.
    return null;
  }
}
