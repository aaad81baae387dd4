import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where a run keeps what it found out. */
export const RESULTS = fileURLToPath(new URL('../../../../../.cache/contract', import.meta.url));

/** Forgets the results of earlier runs. */
export function clearResults(): void {
  rmSync(RESULTS, { recursive: true, force: true });
}
