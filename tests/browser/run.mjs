// `npm test -- browser`: Chromium drives the examples as a person would, against a Foyer of their
// own. Arguments go to Vitest: `node tests/browser/run.mjs sign-up`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildChanged } from '../../scripts/lib/build-changed.mjs';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { ensureInstalled } from '../../scripts/lib/install.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { Paragraph } from '../../scripts/lib/paragraph.mjs';
import { runProgram } from '../../scripts/lib/run-program.mjs';
import { runSuite } from '../lib/run-suite.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLES = ['react-vite', 'express'];

await main(async () => {
  const chromium = ensureChromium();
  await buildChanged();
  const packages = await runProgram([join(ROOT, 'scripts/build.mjs'), 'protocol', 'backend', 'js', 'react', 'express', 'testing']);
  if (packages.status !== 0) throw new Paragraph('The packages could not be built; the reason is above.');
  for (const example of EXAMPLES) await ensureInstalled(join(ROOT, 'examples', example));

  await runSuite(join(ROOT, 'tests/browser/vitest.config.ts'), { CHROMIUM_PATH: chromium });
});
