import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { checksummed, signedDigest } from '../people/web3-wallets/signature.ts';

/** A wallet whose owner signs whatever they are asked to. */
export class SoftwareWallet {
  readonly #secretKey = secp256k1.utils.randomSecretKey();
  /** As wallets show it: with its checksum in upper- and lower-case letters. */
  readonly address: string;

  constructor() {
    const key = secp256k1.getPublicKey(this.#secretKey, false);
    this.address = checksummed(`0x${Buffer.from(keccak_256(key.subarray(1))).subarray(-20).toString('hex')}`);
  }

  /** Answers `personal_sign`. */
  sign(message: string): string {
    const [recovery = 0, ...rs] = secp256k1.sign(signedDigest(message), this.#secretKey, { prehash: false, format: 'recovered' });
    return `0x${Buffer.from([...rs, recovery + 27]).toString('hex')}`;
  }
}
