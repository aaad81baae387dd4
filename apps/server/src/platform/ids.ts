import { randomFillSync } from 'node:crypto';
import { createId, ID_RANDOM_BYTES, type ObjectKind } from '@foyer/protocol/ids';
import type { Clock } from './clock.ts';
import { now, type Context } from './context.ts';

/** Ids whose random bytes are drawn at a time: a draw costs many times what the bytes do. */
const DRAWN_AT_ONCE = 256;

const drawn = new Uint8Array(ID_RANDOM_BYTES * DRAWN_AT_ONCE);
let used = drawn.length;

/** A new id of a kind, made at the present moment. */
export function newId(ctx: Context, kind: ObjectKind): string {
  return createId(kind, randomness(), now(ctx).getTime());
}

/** A new id where there is no instance yet. */
export function newIdAt(clock: Clock, kind: ObjectKind): string {
  return createId(kind, randomness(), clock.now().getTime());
}

/** Random bytes for one id. Ids are no secrets: it does no harm that those of the next ones are in memory. */
function randomness(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return drawn.subarray(used, (used += ID_RANDOM_BYTES));
}
