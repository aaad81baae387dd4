import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);

it('every test that docs/security.md names exists', async () => {
  const page = await readFile(new URL('docs/security.md', root), 'utf8');
  const named = [...page.matchAll(/`([\w./-]+\.test\.ts)` › ([^|)\n]+)/g)].map(([, path = '', title = '']) => ({ path, title: title.trim() }));
  expect(named.length).toBeGreaterThan(25);
  for (const { path, title } of named) {
    const source = await readFile(new URL(`apps/server/src/${path}`, root), 'utf8');
    expect(source.includes(`'${title}'`), `${path} › ${title}`).toBe(true);
  }
});
