// `npm test -- compat`: the official SDKs, unmodified, against our server. Arguments go to Vitest:
// `node tests/compat/run.mjs --project offline authenticate`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildChanged } from '../../scripts/lib/build-changed.mjs';
import { ensureInstalled } from '../../scripts/lib/install.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { Paragraph } from '../../scripts/lib/paragraph.mjs';
import { runProgram } from '../../scripts/lib/run-program.mjs';
import { runSuite } from '../lib/run-suite.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

await main(async () => {
  await ensureInstalled(HERE);
  await buildChanged();

  // What prepares the tests finds our packages as they are published.
  const packages = await runProgram([join(ROOT, 'scripts/build.mjs'), 'protocol', 'backend', 'js', 'react', 'express', 'testing']);
  if (packages.status !== 0) throw new Paragraph('The packages could not be built; the reason is above.');
  await runSuite(join(HERE, 'vitest.config.ts'));
});
