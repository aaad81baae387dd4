import { timingSafeEqual } from 'node:crypto';

/** A way of hashing passwords that people bring from elsewhere. */
export interface Hasher {
  /** Another machine does the work: it takes no core of ours, but its time. */
  readonly remote?: true;
  /** Whether a digest has this hasher's form and asks for a bearable amount of work. */
  accepts(digest: string): boolean;
  /** Whether a password is the one behind a digest that was accepted. */
  verify(digest: string, password: string): Promise<boolean> | boolean;
}

/** Compares two digests of the same length in constant time; digests of different length differ. */
export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

export const HEX = /^(?:[0-9a-f]{2})+$/i;
export const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
