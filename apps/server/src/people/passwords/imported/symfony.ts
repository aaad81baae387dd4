import { createHash } from 'node:crypto';
import { BASE64, sameBytes, type Hasher } from './hasher.ts';

const SYMFONY = /^sha512_symfony\$([1-9]\d{0,5})\$([^$]+)\$([^$]+)$/;
const SHA512_BYTES = 64;
/** Symfony asked for 5,000. The rounds run in the event loop: ten times that take 100 ms. */
const MAX_ITERATIONS = 50_000;

function read(digest: string): { iterations: number; salt: string; hash: Buffer } | null {
  const [, iterations, salt = '', hash = ''] = SYMFONY.exec(digest) ?? [];
  if (!iterations || !BASE64.test(hash)) return null;
  return { iterations: Number(iterations), salt, hash: Buffer.from(hash, 'base64') };
}

/**
 * Symfony's legacy MessageDigestPasswordEncoder: `sha512_symfony$<iterations>$<salt>$<hash as base64>`. Each round
 * hashes the one before together with the password and its salt in braces.
 */
export const symfonySha512: Hasher = {
  accepts(digest) {
    const parts = read(digest);
    return parts !== null && parts.iterations <= MAX_ITERATIONS && parts.hash.length === SHA512_BYTES;
  },
  verify(digest, password) {
    const parts = read(digest);
    if (!parts) return false;
    const salted = `${password}{${parts.salt}}`;
    let hash = createHash('sha512').update(salted).digest();
    for (let round = 1; round < parts.iterations; round++) hash = createHash('sha512').update(hash).update(salted).digest();
    return sameBytes(hash, parts.hash);
  },
};
