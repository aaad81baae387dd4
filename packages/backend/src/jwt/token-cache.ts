/**
 * Remembers which key verified which token, so that a session token sent with every request costs
 * one RSA verification in its lifetime instead of one a request.
 *
 * What is remembered is only that this exact text carries a good signature by this exact key; the
 * times, the parties and the audience are checked anew on every use. Keys leave with their JWKS entry,
 * and an entry vouches for nothing under another key. The size is bounded: a full generation of
 * entries replaces the one before it.
 */
import type { ReadJwt } from './decode.ts';
import type { VerifyingKey } from './verifying-key.ts';

/** A token and the key that verified it, if one has. */
export interface KnownToken {
  readonly jwt: ReadJwt;
  verifiedBy: VerifyingKey | undefined;
}

const GENERATION_SIZE = 1000;

/** Tokens beyond what a cookie can hold are verified each time rather than kept in memory. */
const LONGEST_TOKEN = 4096;

/** Tokens are filed by the end of their signature, and then compared in full: hashing all of a long text takes longer. */
const KEY_LENGTH = 40;

let young = new Map<string, KnownToken>();
let old = new Map<string, KnownToken>();

/** What is remembered of a token. */
export function recall(token: string): KnownToken | undefined {
  const key = keyOf(token);
  const known = young.get(key);
  if (known) return meant(known, token);
  const ageing = old.get(key);
  if (ageing) keep(key, ageing);
  return ageing && meant(ageing, token);
}

/** Remembers a verified token. */
export function remember(known: KnownToken): void {
  const token = known.jwt.raw.text;
  if (token.length <= LONGEST_TOKEN) keep(keyOf(token), known);
}

function keyOf(token: string): string {
  return token.slice(-KEY_LENGTH);
}

function meant(known: KnownToken, token: string): KnownToken | undefined {
  return known.jwt.raw.text === token ? known : undefined;
}

function keep(key: string, known: KnownToken): void {
  if (young.size >= GENERATION_SIZE) {
    old = young;
    young = new Map();
  }
  young.set(key, known);
}
