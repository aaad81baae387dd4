/**
 * Remembers which key verified which token, so that a session token sent with every request costs
 * one RSA verification in its lifetime instead of one a request.
 *
 * What is remembered is only that this exact text carries a good signature by this exact key; the
 * times, the parties and the audience are checked anew on every use. Keys leave with their JWKS entry,
 * and an entry vouches for nothing under another key. The size is bounded: a full generation of
 * entries replaces the one before it.
 */
import type { Jwt } from './decode.ts';
import type { VerifyingKey } from './verifying-key.ts';

interface Entry {
  jwt: Jwt;
  key: VerifyingKey;
}

const GENERATION_SIZE = 1000;

/** Tokens beyond what a cookie can hold are verified each time rather than kept in memory. */
const LONGEST_TOKEN = 4096;

let young = new Map<string, Entry>();
let old = new Map<string, Entry>();

/** The token taken apart, if it is remembered; which key verified it has still to be compared. */
export function recall(token: string): Entry | undefined {
  const entry = young.get(token);
  if (entry) return entry;
  const ageing = old.get(token);
  if (ageing) keep(token, ageing);
  return ageing;
}

/** Notes that `key` verified the token's signature. */
export function remember(jwt: Jwt, key: VerifyingKey): void {
  const token = jwt.raw.text;
  if (token.length <= LONGEST_TOKEN) keep(token, { jwt, key });
}

function keep(token: string, entry: Entry): void {
  if (young.size >= GENERATION_SIZE) {
    old = young;
    young = new Map();
  }
  young.set(token, entry);
}
