import { runVitest } from '../../scripts/lib/vitest.mjs';

/**
 * Runs a suite of `tests/` with Vitest and closes with the line that `npm test` adds up:
 * `N passed, N failed`. What was typed after the script's name goes to Vitest.
 * @param {string} config file of the suite's configuration
 * @param {Record<string, string>} [env] on top of ours
 */
export async function runSuite(config, env = {}) {
  const { status, passed, failed, skipped } = await runVitest(['--config', config, ...process.argv.slice(2)], env);
  process.exitCode = status;
  if (passed + failed + skipped === 0) return;
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}
