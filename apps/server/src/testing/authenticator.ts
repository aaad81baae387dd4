import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

interface Options {
  challenge: string;
}

/** What tests make it do that devices do not. */
interface Trick {
  /** Signs as if another page had asked. */
  origin?: string;
  /** Signs for another host. */
  rpId?: string;
  /** Has not asked its owner for a finger or a PIN. */
  unverifiedUser?: boolean;
  /** What it says how often it was used. */
  counter?: number;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** A device with one passkey (ES256), as a browser on `origin` would let a page use it. */
export class SoftwareAuthenticator {
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #id = randomBytes(16);
  readonly #origin: string;
  #counter = 0;

  constructor(origin = 'http://localhost:3000') {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
    this.#origin = origin;
  }

  /** Answers `navigator.credentials.create` as JSON text, in the form in which browsers' SDKs send it. */
  create(nonce: string, trick: Trick = {}): string {
    const clientData = this.#clientData('webauthn.create', nonce, trick);
    const attestation = cborMap([
      [cborText('fmt'), cborText('none')],
      [cborText('attStmt'), cborMap([])],
      [cborText('authData'), cborBytes(this.#authenticatorData(trick, true))],
    ]);
    return this.#answer({ clientDataJSON: base64url(clientData), attestationObject: base64url(attestation), transports: ['internal'] });
  }

  /** Answers `navigator.credentials.get` as JSON text. */
  get(nonce: string, trick: Trick = {}): string {
    const clientData = this.#clientData('webauthn.get', nonce, trick);
    const authenticatorData = this.#authenticatorData(trick, false);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), this.#privateKey);
    return this.#answer({ clientDataJSON: base64url(clientData), authenticatorData: base64url(authenticatorData), signature: base64url(signature), userHandle: null });
  }

  #answer(response: object): string {
    const id = base64url(this.#id);
    return JSON.stringify({ type: 'public-key', id, rawId: id, authenticatorAttachment: 'platform', response });
  }

  #clientData(type: string, nonce: string, { origin = this.#origin }: Trick): Buffer {
    const { challenge } = JSON.parse(nonce) as Options;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #authenticatorData({ rpId = new URL(this.#origin).hostname, unverifiedUser = false, counter = ++this.#counter }: Trick, withCredential: boolean): Buffer {
    const flags = USER_PRESENT | (unverifiedUser ? 0 : USER_VERIFIED) | (withCredential ? HAS_CREDENTIAL : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const head = Buffer.concat([sha256(Buffer.from(rpId)), Buffer.of(flags), count]);
    if (!withCredential) return head;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    return Buffer.concat([head, Buffer.alloc(16), length, this.#id, this.#coseKey()]);
  }

  /** RFC 9053 §7.1.1: kty EC2, alg ES256, crv P-256, x, y. */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    return cborMap([
      [cborInteger(1), cborInteger(2)],
      [cborInteger(3), cborInteger(-7)],
      [cborInteger(-1), cborInteger(1)],
      [cborInteger(-2), cborBytes(Buffer.from(x, 'base64url'))],
      [cborInteger(-3), cborBytes(Buffer.from(y, 'base64url'))],
    ]);
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url');
}

/** The few forms of CBOR (RFC 8949 §3.1) that authenticators use. */
function cborHead(majorType: number, argument: number): Buffer {
  if (argument < 24) return Buffer.of((majorType << 5) | argument);
  if (argument < 256) return Buffer.of((majorType << 5) | 24, argument);
  return Buffer.of((majorType << 5) | 25, argument >> 8, argument & 0xff);
}

function cborInteger(value: number): Buffer {
  return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
}

function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([cborHead(2, bytes.length), bytes]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)]);
}

function cborMap(entries: readonly [Buffer, Buffer][]): Buffer {
  return Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);
}
