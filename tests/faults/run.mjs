// `npm test -- faults`: the built program when something goes wrong around it.
import { fileURLToPath } from 'node:url';
import { buildChanged } from '../../scripts/lib/build-changed.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { runSuite } from '../lib/run-suite.mjs';

await main(async () => {
  await buildChanged();
  await runSuite(fileURLToPath(new URL('vitest.config.ts', import.meta.url)));
});
