import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { BASE64, HEX, sameBytes, type Hasher } from './hasher.ts';

const derive = promisify(pbkdf2);
/** Ten times what OWASP recommends for SHA-256. */
const MAX_ITERATIONS = 6_000_000;
const MAX_KEY_BYTES = 256;

interface Parts {
  iterations: number;
  salt: Buffer;
  hash: Buffer;
}

function hasher(algorithm: 'sha1' | 'sha256' | 'sha512', read: (digest: string) => Parts | null): Hasher {
  return {
    accepts(digest) {
      const parts = read(digest);
      return parts !== null && parts.iterations >= 1 && parts.iterations <= MAX_ITERATIONS && parts.hash.length > 0 && parts.hash.length <= MAX_KEY_BYTES;
    },
    async verify(digest, password) {
      const parts = read(digest);
      if (!parts) return false;
      return sameBytes(await derive(password, parts.salt, parts.iterations, parts.hash.length, algorithm), parts.hash);
    },
  };
}

/** Reads `<name>$<iterations>$<salt>$<hash>`. */
function fields(digest: string, name: string): { iterations: number; salt: string; hash: string; rest: string[] } | null {
  const [named, iterations = '', salt = '', hash = '', ...rest] = digest.split('$');
  if (named !== name || !/^\d{1,9}$/.test(iterations) || hash === '') return null;
  return { iterations: Number(iterations), salt, hash, rest };
}

/** Salt and hash in base64. */
function base64Parts(name: string) {
  return (digest: string): Parts | null => {
    const found = fields(digest, name);
    if (!found || found.rest.length > 0 || !BASE64.test(found.salt) || !BASE64.test(found.hash)) return null;
    return { iterations: found.iterations, salt: Buffer.from(found.salt, 'base64'), hash: Buffer.from(found.hash, 'base64') };
  };
}

export const pbkdf2Sha256 = hasher('sha256', base64Parts('pbkdf2_sha256'));
/** The hash in hex and the salt as it is, as newer documents say; or both in base64. */
export const pbkdf2Sha512 = hasher('sha512', (digest) => {
  const found = fields(digest, 'pbkdf2_sha512');
  if (!found || found.rest.length > 0 || !HEX.test(found.hash)) return base64Parts('pbkdf2_sha512')(digest);
  return { iterations: found.iterations, salt: Buffer.from(found.salt), hash: Buffer.from(found.hash, 'hex') };
});

/** Salt and hash in hex. */
export const pbkdf2Sha512Hex = hasher('sha512', (digest) => {
  const found = fields(digest, 'pbkdf2_sha512_hex') ?? fields(digest, 'pbkdf2_sha512');
  if (!found || found.rest.length > 0 || !HEX.test(found.salt) || !HEX.test(found.hash)) return null;
  return { iterations: found.iterations, salt: Buffer.from(found.salt, 'hex'), hash: Buffer.from(found.hash, 'hex') };
});

/** Django: the salt as it is, the hash in base64. */
export const djangoPbkdf2 = hasher('sha256', (digest) => {
  const found = fields(digest, 'pbkdf2_sha256');
  if (!found || found.rest.length > 0 || !BASE64.test(found.hash)) return null;
  return { iterations: found.iterations, salt: Buffer.from(found.salt), hash: Buffer.from(found.hash, 'base64') };
});

const DEFAULT_SHA1_KEY_BYTES = 32;

/** The hash in hex; the salt in hex, or else as it is; optionally the length of the key at the end. */
export const pbkdf2Sha1 = hasher('sha1', (digest) => {
  const found = fields(digest, 'pbkdf2_sha1');
  if (!found || !HEX.test(found.hash) || found.rest.length > 1) return null;
  const keyBytes = Number(found.rest[0] ?? DEFAULT_SHA1_KEY_BYTES);
  const hash = Buffer.from(found.hash, 'hex');
  if (hash.length !== keyBytes) return null;
  return { iterations: found.iterations, salt: Buffer.from(found.salt, HEX.test(found.salt) ? 'hex' : 'utf8'), hash };
});
