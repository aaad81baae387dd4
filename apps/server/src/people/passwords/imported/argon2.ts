import { verify } from '@node-rs/argon2';
import type { Hasher } from './hasher.ts';

const PHC = /^\$(argon2(?:i|id|d))\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/;
/** 256 MiB and 20 passes: what more than that costs, no sign-in may. */
const MAX_MEMORY_KIB = 262_144;
const MAX_PASSES = 20;
const MAX_LANES = 64;

/** A digest in PHC form of one of these variants. */
export function argon2(...variants: readonly ('argon2i' | 'argon2id' | 'argon2d')[]): Hasher {
  return {
    accepts(digest) {
      const [, variant, memory, passes, lanes] = PHC.exec(digest) ?? [];
      if (!(variants as readonly (string | undefined)[]).includes(variant)) return false;
      return Number(memory) <= MAX_MEMORY_KIB && Number(passes) <= MAX_PASSES && Number(lanes) <= MAX_LANES;
    },
    verify: (digest, password) => verify(digest, password),
  };
}
