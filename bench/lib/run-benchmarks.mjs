import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildChanged } from '../../scripts/lib/build-changed.mjs';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { ensureInstalled } from '../../scripts/lib/install.mjs';
import { Paragraph } from '../../scripts/lib/paragraph.mjs';
import { buildPackage } from '../../scripts/build-package.mjs';
import { oneAtATime } from '../../scripts/lib/one-at-a-time.mjs';
import { PACES } from './compare.mjs';
import { machineFacts } from './machine.mjs';
import { findPostgres } from './postgres.mjs';
import { markdownPage, terminalLine } from './report.mjs';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

/** In the order in which they run; each is a module of that name. */
const BENCHMARKS = ['authenticate-request', 'verify-token', 'session-token', 'passwords', 'users', 'sign-in-page', 'install-size', 'start-up'];

/** Packages that are measured as they are published, in the order in which they use each other. */
const PACKAGES = ['protocol', 'backend', 'js', 'react', 'express'];

/**
 * Runs benchmarks one after the other, and writes the page when all have run.
 * @param {string[]} args names of benchmarks, all when there are none; `--quick`
 */
export async function runBenchmarks(args) {
  const quick = args.includes('--quick');
  const asked = args.filter((arg) => arg !== '--quick');
  const unknown = asked.find((name) => !BENCHMARKS.includes(name));
  if (unknown) throw new Paragraph(`There is no benchmark "${unknown}". The benchmarks are: ${BENCHMARKS.join(', ')}.`);

  await prepare();
  const programs = { postgres: await findPostgres(), chromium: findChromium() ?? null };
  const facts = machineFacts(programs);
  console.log(Object.entries(facts).map(([name, value]) => `${name}: ${value}`).join('\n'));
  const results = [];
  for (const name of asked.length > 0 ? asked : BENCHMARKS) {
    const { title, about, run } = await import(`../${name}.mjs`);
    console.log(`\n${title.replaceAll('`', '')}`);
    const rows = await run(quick ? PACES.quick : PACES.full, programs);
    for (const row of rows) console.log(terminalLine(row));
    results.push({ title, about, rows });
  }
  if (quick || asked.length > 0) return;
  writeFileSync(PAGE, markdownPage({ results, facts, date: new Date() }));
  console.log('\ndocs/benchmarks.md');
}

async function prepare() {
  await ensureInstalled();
  await ensureInstalled(HERE);
  await oneAtATime('build', async () => {
    for (const name of PACKAGES) await buildPackage(name);
  });
  await buildChanged();
}
