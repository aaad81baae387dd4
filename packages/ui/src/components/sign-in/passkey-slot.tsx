import { useChunk } from '../../foundation/flow/use-chunk.ts';

const load = () => import('./passkey.tsx');

/** Where the first step offers passkeys; the code comes only to instances that have them. */
export function PasskeySlot() {
  const chunk = useChunk(load);
  return chunk ? <chunk.Passkey /> : null;
}
