// Builds the library packages, in the order in which they use each other, and then the browser scripts.
// `node scripts/build.mjs protocol backend` builds only these. What is up to date is left alone.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './build-package.mjs';
import { oneAtATime } from './lib/one-at-a-time.mjs';

const LIBRARIES = ['protocol', 'backend', 'js', 'react', 'express', 'testing'];
const browserBuild = new URL('./build-browser.mjs', import.meta.url);

const asked = process.argv.slice(2);
const libraries = asked.length > 0 ? LIBRARIES.filter((name) => asked.includes(name)) : LIBRARIES;

await oneAtATime('build', async () => {
  for (const name of libraries) await build(name);
  if (asked.length === 0 && existsSync(fileURLToPath(browserBuild))) {
    const { buildBrowser } = await import(browserBuild.href);
    await buildBrowser();
  }
});

async function build(name) {
  const start = performance.now();
  try {
    const built = await buildPackage(name);
    console.log(`packages/${name}: ${built ? `built in ${Math.round(performance.now() - start)} ms` : 'up to date'}`);
  } catch (error) {
    console.error(`packages/${name} could not be built:\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
