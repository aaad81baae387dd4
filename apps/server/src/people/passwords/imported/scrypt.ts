import { createCipheriv, scrypt, type ScryptOptions } from 'node:crypto';
import { BASE64, sameBytes, type Hasher } from './hasher.ts';

/** Most memory one verification may take, in bytes. */
const MAX_MEMORY = 256 * 1024 * 1024;

function derive(password: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, length, { ...options, maxmem: MAX_MEMORY }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** Whether the costs are possible at all (N a power of two above 1) and bearable. */
function bearable({ N = 0, r = 0, p = 0 }: ScryptOptions): boolean {
  return Number.isInteger(Math.log2(N)) && N > 1 && r >= 1 && p >= 1 && p <= 16 && 128 * r * (N + p) < MAX_MEMORY;
}

/** Firebase: the key that scrypt gives encrypts the project's signer key. */
interface FirebaseDigest {
  hash: Buffer;
  salt: Buffer;
  signerKey: Buffer;
  options: ScryptOptions;
}

function readFirebase(digest: string): FirebaseDigest | null {
  const [hash = '', salt = '', signerKey = '', separator = '', rounds = '', memory = '', ...rest] = digest.split('$');
  if (rest.length > 0 || ![hash, salt, signerKey].every((part) => BASE64.test(part)) || !/^\d{1,2}$/.test(rounds) || !/^\d{1,2}$/.test(memory)) return null;
  return {
    hash: Buffer.from(hash, 'base64'),
    salt: Buffer.concat([Buffer.from(salt, 'base64'), Buffer.from(separator, 'base64')]),
    signerKey: Buffer.from(signerKey, 'base64'),
    options: { N: 2 ** Number(memory), r: Number(rounds), p: 1 },
  };
}

export const firebaseScrypt: Hasher = {
  accepts(digest) {
    const parts = readFirebase(digest);
    return parts !== null && bearable(parts.options);
  },
  async verify(digest, password) {
    const parts = readFirebase(digest);
    if (!parts) return false;
    const key = await derive(password, parts.salt, 32, parts.options);
    const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
    return sameBytes(Buffer.concat([cipher.update(parts.signerKey), cipher.final()]), parts.hash);
  },
};

const WERKZEUG = /^scrypt:(\d{1,8}):(\d{1,3}):(\d{1,2})\$([^$]+)\$([0-9a-f]{128})$/i;

function readWerkzeug(digest: string) {
  const [, n, r, p, salt = '', hash = ''] = WERKZEUG.exec(digest) ?? [];
  return { options: { N: Number(n), r: Number(r), p: Number(p) }, salt: Buffer.from(salt), hash: Buffer.from(hash, 'hex') };
}

/** Werkzeug: `scrypt:<N>:<r>:<p>$<salt>$<hash as hex>`, the salt as it is. */
export const werkzeugScrypt: Hasher = {
  accepts: (digest) => WERKZEUG.test(digest) && bearable(readWerkzeug(digest).options),
  async verify(digest, password) {
    const { options, salt, hash } = readWerkzeug(digest);
    return sameBytes(await derive(password, salt, hash.length, options), hash);
  },
};
