// `npm test -- compat`: the official SDKs, unmodified, against our server. Arguments go to Vitest:
// `node tests/compat/run.mjs --project offline authenticate`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildChanged } from '../../scripts/lib/build-changed.mjs';
import { ensureInstalled } from '../../scripts/lib/install.mjs';
import { main } from '../../scripts/lib/main.mjs';
import { runProgram } from '../../scripts/lib/run-program.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

await main(async () => {
  ensureInstalled(HERE);
  await buildChanged();

  const results = mkdtempSync(join(tmpdir(), 'foyer-compat-results-'));
  const file = join(results, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { status } = await runProgram([VITEST, 'run', '--config', join(HERE, 'vitest.config.ts'), ...reporters, ...process.argv.slice(2)]);
    process.exitCode = status;
    if (!existsSync(file)) return;
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
    const skipped = numPendingTests + numTodoTests;
    console.log(`\n${numPassedTests} passed, ${numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  } finally {
    rmSync(results, { recursive: true });
  }
});
