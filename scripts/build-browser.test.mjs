import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleBrowser } from './build-browser.mjs';

/** What `SignIn` may cost the first visitor of a page, in bytes of gzip. */
const MOST_BYTES = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'foyer-browser-'));
let modulesOf;

beforeAll(async () => {
  ({ modulesOf } = await bundleBrowser(folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sizeOf = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

describe('the browser script and the components', () => {
  it('take at most 60 KB until SignIn is shown', () => {
    const entries = ['index.ts', 'components/sign-in/index.ts'];
    const files = ['clerk.browser.js', ...new Set(entries.flatMap(modulesOf).map((file) => `ui/${file}`))];
    const sizes = Object.fromEntries(files.map((file) => [file, sizeOf(file)]));
    expect(Object.values(sizes).reduce((sum, size) => sum + size), JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('name in the script what the browser fetches ahead, so that no round trip is left when SignIn is mounted', () => {
    const script = readFileSync(join(folder, 'clerk.browser.js'), 'utf8');
    for (const file of modulesOf('components/sign-in/index.ts')) expect(script).toContain(`"${file}"`);
  });
});
