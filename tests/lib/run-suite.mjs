import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../../scripts/lib/run-program.mjs';

const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

/**
 * Runs a suite of `tests/` with Vitest and closes with the line that `npm test` adds up:
 * `N passed, N failed`. What was typed after the script's name goes to Vitest.
 * @param {string} config file of the suite's configuration
 * @param {Record<string, string>} [env] on top of ours
 */
export async function runSuite(config, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-results-'));
  const results = join(folder, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
    const { status } = await runProgram([VITEST, 'run', '--config', config, ...reporters, ...process.argv.slice(2)], env);
    process.exitCode = status;
    if (!existsSync(results)) return;
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(results, 'utf8'));
    const skipped = numPendingTests + numTodoTests;
    console.log(`\n${numPassedTests} passed, ${numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
