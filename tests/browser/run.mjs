// `npm test -- browser`: Chromium drives the examples as a person would, against a Foyer of their
// own. Arguments go to Vitest: `node tests/browser/run.mjs sign-up`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildChanged } from '../../scripts/lib/build-changed.mjs';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { ensureInstalled } from '../../scripts/lib/install.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { Paragraph } from '../../scripts/lib/paragraph.mjs';
import { runProgram } from '../../scripts/lib/run-program.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLES = ['react-vite', 'express'];

await main(async () => {
  const chromium = ensureChromium();
  await buildChanged();
  const packages = await runProgram([join(ROOT, 'scripts/build.mjs'), 'protocol', 'backend', 'js', 'react', 'express']);
  if (packages.status !== 0) throw new Paragraph('The packages could not be built; the reason is above.');
  for (const example of EXAMPLES) ensureInstalled(join(ROOT, 'examples', example));

  const results = mkdtempSync(join(tmpdir(), 'foyer-browser-results-'));
  const file = join(results, 'results.json');
  try {
    const vitest = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', join(ROOT, 'tests/browser/vitest.config.ts')];
    const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${file}`];
    const { status } = await runProgram([...vitest, ...reporters, ...process.argv.slice(2)], { CHROMIUM_PATH: chromium });
    process.exitCode = status;
    if (!existsSync(file)) return;
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
    const skipped = numPendingTests + numTodoTests;
    console.log(`\n${numPassedTests} passed, ${numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  } finally {
    rmSync(results, { recursive: true });
  }
});
