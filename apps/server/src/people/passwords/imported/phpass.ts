import { createHash } from 'node:crypto';
import { sameBytes, type Hasher } from './hasher.ts';

const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/**
 * `$P$`, the logarithm of the number of rounds, eight characters of salt, 22 of checksum. From 7 to 16: WordPress asked
 * for 13, and as the rounds run in the event loop, more than 16 (100 ms) would keep everybody waiting.
 */
const PHPASS = /^\$[PH]\$([5-9A-E])([./0-9A-Za-z]{8})([./0-9A-Za-z]{22})$/;

/** Six bits a character, lowest bits first: the encoding that phpass brought along. */
function encode(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.subarray(at, at + 3);
    const bits = (group[0] ?? 0) | ((group[1] ?? 0) << 8) | ((group[2] ?? 0) << 16);
    for (let character = 0; character <= group.length; character++) text += ALPHABET.charAt((bits >> (6 * character)) & 0x3f);
  }
  return text;
}

function phpassOver(prepare: (password: string) => string): Hasher {
  return {
    accepts: (digest) => PHPASS.test(digest),
    verify(digest, password) {
      const [, logarithm = '', salt = '', checksum = ''] = PHPASS.exec(digest) ?? [];
      const input = prepare(password);
      let hash = createHash('md5').update(salt).update(input).digest();
      for (let round = 2 ** ALPHABET.indexOf(logarithm); round > 0; round--) hash = createHash('md5').update(hash).update(input).digest();
      return sameBytes(Buffer.from(encode(hash)), Buffer.from(checksum));
    },
  };
}

/** Portable PHP password hashing framework, as WordPress used it (openwall.com/phpass). */
export const phpass = phpassOver((password) => password);

/** phpass over the MD5 of the password, from systems that once stored bare MD5. */
export const md5Phpass = phpassOver((password) => createHash('md5').update(password).digest('hex'));
