import { createHash } from 'node:crypto';
import { sameBytes, type Hasher } from './hasher.ts';

/** One round of a hash function, as hex. Insecure: the hash is replaced at the first sign-in. */
function hexDigest(algorithm: 'md5' | 'sha256', hexLength: number): Hasher {
  const form = new RegExp(`^[0-9a-f]{${hexLength}}$`, 'i');
  return {
    accepts: (digest) => form.test(digest),
    verify: (digest, password) => sameBytes(createHash(algorithm).update(password).digest(), Buffer.from(digest, 'hex')),
  };
}

export const md5 = hexDigest('md5', 32);
export const sha256 = hexDigest('sha256', 64);

/** `<salt>$<hash as hex>`. Whether the salt stood before or after the password, no two systems agree: either is right. */
function saltedHexDigest(algorithm: 'md5' | 'sha256', hexLength: number): Hasher {
  const form = new RegExp(`^([^$]+)\\$([0-9a-f]{${hexLength}})$`, 'i');
  return {
    accepts: (digest) => form.test(digest),
    verify(digest, password) {
      const [, salt = '', hash = ''] = form.exec(digest) ?? [];
      const expected = Buffer.from(hash, 'hex');
      const [before, after] = [salt + password, password + salt].map((text) => sameBytes(createHash(algorithm).update(text).digest(), expected));
      return before === true || after === true;
    },
  };
}

export const saltedMd5 = saltedHexDigest('md5', 32);
export const saltedSha256 = saltedHexDigest('sha256', 64);

const SSHA = /^\{SSHA\}([A-Za-z0-9+/]+={0,2})$/;
const SHA1_BYTES = 20;

/** OpenLDAP: `{SSHA}` and base64 of the SHA-1 of password and salt, followed by the salt. */
export const ldapSsha: Hasher = {
  accepts: (digest) => Buffer.from(SSHA.exec(digest)?.[1] ?? '', 'base64').length > SHA1_BYTES,
  verify(digest, password) {
    const bytes = Buffer.from(SSHA.exec(digest)?.[1] ?? '', 'base64');
    const expected = createHash('sha1').update(password).update(bytes.subarray(SHA1_BYTES)).digest();
    return sameBytes(expected, bytes.subarray(0, SHA1_BYTES));
  },
};
