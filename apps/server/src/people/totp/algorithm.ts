import { createHmac } from 'node:crypto';
import { constantTimeEqual } from '../../platform/crypto.ts';

/** The forms that every authenticator app knows: RFC 6238 with SHA-1, 30 seconds and six digits. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** A code of the step before or after is accepted too: clocks differ, and people type slowly (RFC 6238 §5.2). */
const DRIFT = 1;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a time step (RFC 4226 §5.3). */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The time step that `at` lies in. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / STEP_SECONDS);
}

/** The time step, close to `at`, whose code this is; `null` when it is none's. All are compared, whichever is right. */
export function matchingStep(secret: Buffer, code: string, at: Date): number | null {
  const present = stepAt(at);
  let match: number | null = null;
  for (let step = present - DRIFT; step <= present + DRIFT; step++) {
    if (constantTimeEqual(codeOf(secret, step), code)) match = step;
  }
  return match;
}

/** Bytes as base32 without padding (RFC 4648 §6), as authenticator apps read secrets. */
export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((group) => ALPHABET.charAt(parseInt(group.padEnd(5, '0'), 2))).join('');
}

/** The bytes behind base32 text; `null` when it is none. Spaces, padding and case do not matter. */
export function fromBase32(text: string): Buffer | null {
  const letters = text.toUpperCase().replaceAll(/[\s=]/g, '');
  if (!/^[A-Z2-7]*$/.test(letters)) return null;
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The address that an authenticator app takes from a QR code (Key Uri Format). */
export function otpauthUri(secret: string, issuer: string, account: string): string {
  // A colon parts issuer and account, so neither may hold one.
  const [shownIssuer, shownAccount] = [issuer, account].map((text) => encodeURIComponent(text.replaceAll(':', ' ')));
  return `otpauth://totp/${shownIssuer}:${shownAccount}?issuer=${shownIssuer}&secret=${secret}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}
