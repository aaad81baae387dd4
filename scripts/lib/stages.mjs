import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { Paragraph } from './paragraph.mjs';
import { runProgram } from './run-program.mjs';
import { runVitest } from './vitest.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, '.cache');
/** What failed in this run, and why. */
const FAILURES = join(CACHE, 'failures.txt');

/** @typedef {import('./vitest.mjs').Counts} Counts */

/** What `npm test` does, in order. The last four are programs of their own, in `tests/`. */
const STAGES = {
  typecheck: () => runCheck('scripts/typecheck.mjs'),
  lint: async () => add(await runCheck('node_modules/oxlint/bin/oxlint'), await runCheck('scripts/lint-architecture.mjs')),
  unit: async () => {
    const counts = await runTests([], { FOYER_TEST_DATABASE: process.env.FOYER_TEST_DATABASE });
    // docs/status.md says what this run has seen.
    await runProgram([join(ROOT, 'scripts/status.mjs')]);
    return counts;
  },
  // What tests the embedded database itself has run already.
  pglite: () => runTests(['--project', 'server', '--exclude', 'apps/server/src/platform/database/embedded/**'], { FOYER_TEST_DATABASE: 'pglite' }),
  compat: () => runSuite('compat'),
  runtimes: () => runSuite('runtimes'),
  browser: () => runSuite('browser'),
  faults: () => runSuite('faults'),
};

/**
 * Runs the stages one after the other, each to its end whatever the others do, and closes with what
 * failed, their times and the sum of their tests.
 * @param {string[]} names all stages, when empty
 */
export async function runStages(names) {
  const unknown = names.find((name) => !(name in STAGES));
  if (unknown) throw new Paragraph(`There is no stage "${unknown}". The stages are: ${Object.keys(STAGES).join(', ')}.`);
  await ensureInstalled();
  mkdirSync(CACHE, { recursive: true });
  rmSync(FAILURES, { force: true });
  process.env.FOYER_FAILURES = FAILURES;

  const results = [];
  for (const name of names.length > 0 ? names : Object.keys(STAGES)) {
    console.log(`\n== ${name} ==`);
    const begun = performance.now();
    const counts = await STAGES[name]();
    results.push({ name, seconds: (performance.now() - begun) / 1_000, ...counts });
  }

  console.log('\n');
  if (existsSync(FAILURES)) console.log(readFileSync(FAILURES, 'utf8'));
  for (const { name, seconds, passed, failed, skipped } of results) {
    const outcome = failed > 0 ? 'FAILED' : passed > 0 || skipped === 0 ? 'ok' : 'SKIPPED';
    console.log(`${name.padEnd(10)} ${outcome.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${describe({ passed, failed, skipped })}`);
  }
  const total = results.reduce(add, { passed: 0, failed: 0, skipped: 0 });
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${describe(total)}`);
}

/** A check without tests of its own counts as one. */
async function runCheck(script) {
  const { status } = await runProgram([join(ROOT, script)]);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

async function runTests(args, env) {
  const { status, ...counts } = await runVitest(args, env);
  return notLost(status, counts);
}

/** Runs `tests/<name>/run.mjs`, which closes with a line like ours. */
async function runSuite(name) {
  const script = join(ROOT, 'tests', name, 'run.mjs');
  if (!existsSync(script)) {
    console.log(`SKIPPED: tests/${name}/run.mjs is not there.`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const { status, output } = await runProgram([script]);
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
  const [, passed, failed, skipped = 0] = lines.at(-1) ?? [null, 0, 0];
  return notLost(status, { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) });
}

/** A program that fails without a failed test has failed all the same, and so has one without tests. */
function notLost(status, counts) {
  const unsaid = counts.failed === 0 && (status !== 0 || counts.passed + counts.skipped === 0);
  return unsaid ? { ...counts, failed: 1 } : counts;
}

/** @returns {Counts} */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** @param {Counts} counts */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
