import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Bytes of entropy behind every bearer secret that Foyer hands out. */
const SECRET_BYTES = 32;

/** A fresh bearer secret: 256 random bits as base64url text. */
export function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** A fresh one-time code of six decimal digits. */
export function randomCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/**
 * What is stored of a bearer secret. The secrets are random and long, so a plain SHA-256 cannot be
 * searched; people's passwords go through Argon2id instead.
 */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** Compares two texts or buffers in a time that tells nothing about where they differ. */
export function constantTimeEqual(a: string | Buffer, b: string | Buffer): boolean {
  const left = hash('sha256', a, 'buffer');
  const right = hash('sha256', b, 'buffer');
  return timingSafeEqual(left, right);
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 1;

/**
 * Encrypts what must be readable again (signing keys, provider secrets) with AES-256-GCM. Each
 * purpose has its own key, derived from the root key; instance and purpose are authenticated, so a
 * sealed value cannot be moved to another row and opened there.
 */
export class Vault {
  readonly #rootKey: Buffer;
  readonly #keys = new Map<string, Buffer>();

  /** @param rootKey 32 bytes, the only secret that lives outside the database. */
  constructor(rootKey: Buffer) {
    if (rootKey.length !== 32) throw new Error(`The encryption key must be 32 bytes long; got ${rootKey.length}.`);
    this.#rootKey = rootKey;
  }

  /** Encrypts `plaintext` for one purpose of one instance. */
  seal(instanceId: string, purpose: string, plaintext: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#keyFor(purpose), nonce);
    cipher.setAAD(Buffer.from(`${instanceId}:${purpose}`));
    const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body]);
  }

  /** Opens what `seal` made; throws when the key, the instance or the purpose is another. */
  open(instanceId: string, purpose: string, sealed: Buffer): string {
    if (sealed[0] !== FORMAT) throw new Error(`Unknown format ${sealed[0]} of an encrypted value.`);
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#keyFor(purpose), nonce);
    decipher.setAAD(Buffer.from(`${instanceId}:${purpose}`));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  /** A key for signing values that leave the house and come back (nonces, redirect state). */
  signingKey(purpose: string): Buffer {
    return this.#keyFor(`sign:${purpose}`);
  }

  #keyFor(purpose: string): Buffer {
    let key = this.#keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.#rootKey, '', `foyer:${purpose}`, 32));
      this.#keys.set(purpose, key);
    }
    return key;
  }
}
