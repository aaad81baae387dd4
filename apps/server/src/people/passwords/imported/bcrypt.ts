import { createHash } from 'node:crypto';
import bcrypt from 'bcrypt';
import type { Hasher } from './hasher.ts';

/** `$2b$<cost>$` and 53 characters of salt and hash. Costs above 15 (3 s) would block the queue. */
const BCRYPT = /^\$2[abxy]\$(?:0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$/;
const LENGTH = 60;

/** PHP writes `2y` for what everyone else calls `2b`. */
function compare(password: string, digest: string): Promise<boolean> {
  return bcrypt.compare(password, digest.replace(/^\$2[xy]/, '$2b'));
}

export const plainBcrypt: Hasher = {
  accepts: (digest) => BCRYPT.test(digest),
  verify: (digest, password) => compare(password, digest),
};

/** Devise: a pepper, given after the digest, is appended to the password. */
export const pepperedBcrypt: Hasher = {
  accepts: (digest) => BCRYPT.test(digest.slice(0, LENGTH)) && digest.charAt(LENGTH) === '$' && digest.length > LENGTH + 1,
  verify: (digest, password) => compare(password + digest.slice(LENGTH + 1), digest.slice(0, LENGTH)),
};

const DJANGO = 'bcrypt_sha256$';

/** Django: bcrypt over the SHA-256 of the password, as hex. */
export const djangoBcrypt: Hasher = {
  accepts: (digest) => digest.startsWith(DJANGO) && BCRYPT.test(digest.slice(DJANGO.length)),
  verify: (digest, password) => compare(createHash('sha256').update(password).digest('hex'), digest.slice(DJANGO.length)),
};
