import { describe, expect, it } from 'vitest';
import { hasherNamed, requireDigest } from './hashers.ts';

/** Digests made elsewhere: published test vectors, Python's hashlib, and bcrypt. */
const DIGESTS: readonly [hasher: string, password: string, digest: string][] = [
  ['argon2id', 'password', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'],
  ['argon2i', 'password', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA'],
  ['bcrypt', 'U*U', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
  ['bcrypt', 'U*U', '$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
  ['bcrypt_peppered', 'password', '$2b$04$J6FLa2ouqboKznd7xuCeRe4P7uYuzHPWJbdml484rGC.1v6hwXcgS$pepper'],
  ['bcrypt_sha256_django', 'password', 'bcrypt_sha256$$2b$04$UB3WflRF8T75OHZ25YVC3.U4bY5NR0Fo7.ZXJEMu6jvjiqfVNAgnW'],
  ['ldap_ssha', 'password', '{SSHA}yI6cZwQadOA1e+/f+T+H3eCQQhRzYWx0'],
  ['md5', 'password', '5f4dcc3b5aa765d61d8327deb882cf99'],
  ['md5_salted', 'password', 'somesalt$dfb4b540eb7192725c82593db80c2e40'],
  ['md5_salted', 'password', 'somesalt$0a5571216e1daa47193351028cc62cf9'],
  ['sha256_salted', 'password', 'somesalt$5d5e792708bfa15f0ab42e817b4e69379777d2722e0529dfb031c0b847db137d'],
  ['sha512_symfony', 'password', 'sha512_symfony$5000$somesalt$H9VRzTCHUNwtJYgcPquobw1lhQeHUhZTCt/6e27sXzpFwmBjzcdBqpTgPCeIRacHLJPEyIBn+UpS6gQ6+USIdg=='],
  ['sha256', 'test', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  ['phpass', 'test12345', '$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0'],
  ['md5_phpass', 'password', '$P$7IQRaTwmftTrY3kt.Um2BwE6GPJr6D0'],
  ['pbkdf2_sha1', 'password', 'pbkdf2_sha1$1000$somesalt$9e1a4a773dd4084fce51e0b468bc1bf119dee57f5438a997b9308a491c2e76aa'],
  ['pbkdf2_sha1', 'password', 'pbkdf2_sha1$1000$736f6d6573616c74$9e1a4a773dd4084fce51e0b468bc1bf119dee57f$20'],
  ['pbkdf2_sha256', 'password', 'pbkdf2_sha256$1000$c29tZXNhbHQ=$j4Aa14inUtOh7Sg/D7hH54ohymuHNQD4+ccfhepGWAY='],
  ['pbkdf2_sha256_django', 'password', 'pbkdf2_sha256$1000$somesalt$j4Aa14inUtOh7Sg/D7hH54ohymuHNQD4+ccfhepGWAY='],
  ['pbkdf2_sha512', 'password', 'pbkdf2_sha512$1000$c29tZXNhbHQ=$pArTsT8AahzxmI5OZcxKNw2o4l9qiKwc5zbWR8bo8900Q7MYRcodIEijxiztL4hDlWTfVLTSRiLheMi39WU5Yw=='],
  [
    'pbkdf2_sha512',
    'password',
    'pbkdf2_sha512$1000$somesalt$a40ad3b13f006a1cf1988e4e65cc4a370da8e25f6a88ac1ce736d647c6e8f3dd3443b31845ca1d2048a3c62ced2f88439564df54b4d24622e178c8b7f5653963',
  ],
  [
    'pbkdf2_sha512_hex',
    'password',
    'pbkdf2_sha512_hex$1000$736f6d6573616c74$a40ad3b13f006a1cf1988e4e65cc4a370da8e25f6a88ac1ce736d647c6e8f3dd3443b31845ca1d2048a3c62ced2f88439564df54b4d24622e178c8b7f5653963',
  ],
  [
    'scrypt_firebase',
    'user1password',
    'lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==$42xEC+ixf3L2lw==$jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$Bw==$8$14',
  ],
  [
    'scrypt_werkzeug',
    'password',
    'scrypt:32768:8:1$somesalt$4b5cd412374ebc507aebc50a425b3cc6fede0c058f1b8eb2c5b9875f25a074c628f82ee4a0e1e4a865392357cee064b8d99dfca0e758b87f70de8ae40582a1a0',
  ],
];

describe('imported hashers', () => {
  it.each(DIGESTS)('%s knows the right password from a wrong one', async (name, password, digest) => {
    expect(requireDigest(name, digest)).toEqual({ hasher: name, hash: digest });
    const hasher = hasherNamed(name);
    expect(await hasher?.verify(digest, password)).toBe(true);
    expect(await hasher?.verify(digest, `${password}!`)).toBe(false);
  });

  it.each([
    ['argon2id', '$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'],
    ['argon2id', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA'],
    ['bcrypt', '$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
    ['pbkdf2_sha256', 'pbkdf2_sha256$999999999$c29tZXNhbHQ=$j4Aa14inUtOh7Sg/D7hH54ohymuHNQD4+ccfhepGWAY='],
    ['scrypt_werkzeug', `scrypt:99999999:8:1$salt$${'0'.repeat(128)}`],
    ['scrypt_firebase', 'AAAA$AAAA$AAAA$AA$8$40'],
    ['md5', 'password'],
    ['md5_salted', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['sha512_symfony', 'sha512_symfony$99999$somesalt$H9VRzTCHUNwtJYgcPquobw1lhQeHUhZTCt/6e27sXzpFwmBjzcdBqpTgPCeIRacHLJPEyIBn+UpS6gQ6+USIdg=='],
    ['awscognito', 'awscognito#evil.example/_x#client#ada'],
    ['phpass', '$P$zIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0'],
  ])('refuses a digest that is not %s, or asks for too much work', (name, digest) => {
    expect(() => requireDigest(name, digest)).toThrow('form_password_digest_invalid_code');
  });
});
