import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const SERVER = 'apps/server/src/';

/** The tests that a page names, as `path` › title. Paths are below the server's sources unless they say otherwise. */
async function testsNamedIn(page) {
  const text = await readFile(new URL(`docs/${page}`, root), 'utf8');
  return [...text.matchAll(/`([\w./-]+\.test\.tsx?)` › ([^|)\n]+?)(?=\s*(?:[|)\n]|<br>))/g)].map(([, path = '', title = '']) => ({
    path: /^(packages|tests)\//.test(path) ? path : SERVER + path,
    title: title.trim(),
  }));
}

describe.each([
  ['security.md', 25],
  ['security-asvs.md', 40],
])('docs/%s', (page, fewest) => {
  it('names tests that exist', async () => {
    const named = await testsNamedIn(page);
    expect(named.length).toBeGreaterThan(fewest);
    for (const { path, title } of named) {
      const source = await readFile(new URL(path, root), 'utf8');
      expect(source.includes(`'${title}'`), `${path} › ${title}`).toBe(true);
    }
  });
});
