import { apiError } from '@foyer/protocol/errors';
import type { PasswordHash } from '../hashing.ts';
import { argon2 } from './argon2.ts';
import { djangoBcrypt, pepperedBcrypt, plainBcrypt } from './bcrypt.ts';
import { awsCognito } from './cognito.ts';
import type { Hasher } from './hasher.ts';
import { djangoPbkdf2, pbkdf2Sha1, pbkdf2Sha256, pbkdf2Sha512, pbkdf2Sha512Hex } from './pbkdf2.ts';
import { md5Phpass, phpass } from './phpass.ts';
import { ldapSsha, md5, saltedMd5, saltedSha256, sha256 } from './plain.ts';
import { firebaseScrypt, werkzeugScrypt } from './scrypt.ts';
import { symfonySha512 } from './symfony.ts';

/** By the names that `password_hasher` takes (reference/backend/user/create-user). */
const HASHERS: ReadonlyMap<string, Hasher> = new Map([
  ['argon2i', argon2('argon2i')],
  ['argon2id', argon2('argon2id')],
  ['argon2', argon2('argon2i', 'argon2id', 'argon2d')],
  ['awscognito', awsCognito],
  ['bcrypt', plainBcrypt],
  ['bcrypt_peppered', pepperedBcrypt],
  ['bcrypt_sha256_django', djangoBcrypt],
  ['ldap_ssha', ldapSsha],
  ['md5', md5],
  ['md5_phpass', md5Phpass],
  ['md5_salted', saltedMd5],
  ['pbkdf2_sha1', pbkdf2Sha1],
  ['pbkdf2_sha256', pbkdf2Sha256],
  ['pbkdf2_sha256_django', djangoPbkdf2],
  ['pbkdf2_sha512', pbkdf2Sha512],
  ['pbkdf2_sha512_hex', pbkdf2Sha512Hex],
  ['phpass', phpass],
  ['scrypt_firebase', firebaseScrypt],
  ['scrypt_werkzeug', werkzeugScrypt],
  ['sha256', sha256],
  ['sha256_salted', saltedSha256],
  ['sha512_symfony', symfonySha512],
]);

export function hasherNamed(name: string): Hasher | undefined {
  return HASHERS.get(name);
}

/**
 * Checks a password digest that is brought from elsewhere.
 *
 * @throws `form_param_value_invalid` for an unknown hasher, `form_password_digest_invalid_code` for a digest that is not its
 */
export function requireDigest(hasher: string, digest: string): PasswordHash {
  const found = hasherNamed(hasher);
  if (!found) {
    throw apiError('form_param_value_invalid', {
      param: 'password_hasher',
      longMessage: `This password hasher is not supported. Supported ones are ${[...HASHERS.keys()].join(', ')}.`,
    });
  }
  if (!found.accepts(digest)) throw apiError('form_password_digest_invalid_code', { param: 'password_digest' });
  return { hash: digest, hasher };
}
