import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
/** Lines of an error that tell what went wrong, before the stack. */
const ERROR_LINES = 12;

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs Vitest once. What failed is also appended to the file that `FOYER_FAILURES` names, for those who
 * sum up several runs.
 * @param {string[]} args of `vitest run`
 * @param {Record<string, string | undefined>} [env] on top of ours
 * @returns {Promise<Counts & { status: number }>}
 */
export async function runVitest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-results-'));
  const output = join(folder, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
    const { status } = await runProgram([VITEST, 'run', ...reporters, ...args], env);
    if (!existsSync(output)) return { status, passed: 0, failed: 0, skipped: 0 };
    const results = JSON.parse(readFileSync(output, 'utf8'));
    if (process.env.FOYER_FAILURES) appendFileSync(process.env.FOYER_FAILURES, failures(results).join(''));
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = results;
    return { status, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A paragraph for each test, or file, that failed. */
function failures({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [paragraph(file, message)];
    return failed.map((test) => paragraph(`${file} › ${test.fullName}`, test.failureMessages.join('\n')));
  });
}

function paragraph(title, error) {
  const lines = error.split('\n').slice(0, ERROR_LINES);
  return `✗ ${title}\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}
