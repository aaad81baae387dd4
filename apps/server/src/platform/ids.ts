import { randomBytes } from 'node:crypto';
import { createId, ID_RANDOM_BYTES, type ObjectKind } from '@foyer/protocol/ids';
import type { Clock } from './clock.ts';
import { now, type Context } from './context.ts';

/** A new id of a kind, made at the present moment. */
export function newId(ctx: Context, kind: ObjectKind): string {
  return createId(kind, randomBytes(ID_RANDOM_BYTES), now(ctx).getTime());
}

/** A new id where there is no instance yet. */
export function newIdAt(clock: Clock, kind: ObjectKind): string {
  return createId(kind, randomBytes(ID_RANDOM_BYTES), clock.now().getTime());
}
