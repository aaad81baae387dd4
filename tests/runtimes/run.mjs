// `npm test -- runtimes`: our SDK packages as somebody gets them from a registry, in every runtime and
// module system that they are said to run in. Arguments go to Vitest: `node tests/runtimes/run.mjs types`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../../scripts/lib/install.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { Paragraph } from '../../scripts/lib/paragraph.mjs';
import { runProgram } from '../../scripts/lib/run-program.mjs';
import { runSuite } from '../lib/run-suite.mjs';
import { unpack } from './unpack.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What people install. */
const PUBLISHED = ['backend', 'js', 'react', 'express', 'testing'];

await main(async () => {
  await ensureInstalled(HERE);
  const packages = await runProgram([join(ROOT, 'scripts/build.mjs'), 'protocol', ...PUBLISHED]);
  if (packages.status !== 0) throw new Paragraph('The packages could not be built; the reason is above.');
  for (const name of PUBLISHED) unpack(join(ROOT, 'packages', name), join(HERE, 'node_modules/@foyer', name));
  await runSuite(join(HERE, 'vitest.config.ts'));
});
