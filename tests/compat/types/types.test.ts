import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareExports, problemsIn } from './compare.ts';
import { BACKEND, EXPRESS, JS, REACT, type Gaps } from './gaps.ts';

const COMPILER = fileURLToPath(new URL('../../../node_modules/typescript-native/bin/tsc', import.meta.url));
const HERE = fileURLToPath(new URL('..', import.meta.url));

const PACKAGES: { ours: string; official: string; gaps: Gaps }[] = [
  { ours: '@foyer/js/types', official: '@clerk/types', gaps: JS },
  { ours: '@foyer/backend', official: '@clerk/backend', gaps: BACKEND },
  { ours: '@foyer/react', official: '@clerk/clerk-react', gaps: REACT },
  { ours: '@foyer/express', official: '@clerk/express', gaps: EXPRESS },
];

describe.each(PACKAGES)('the types of $ours, in the place of those of $official', { timeout: 120_000 }, ({ ours, official, gaps }) => {
  const { missing, incompatible, shared } = compareExports(official, ours, gaps.adaptations ?? {});
  const known = Object.values(gaps.incompatible ?? {}).flat();

  it('fit, name for name', () => {
    expect(shared.length).toBeGreaterThan(30);
    expect([...incompatible].filter(([name]) => !known.includes(name)).map(([name, problem]) => `${name}: ${problem}`)).toEqual([]);
  });

  it('lack no name but those written down', () => {
    const groups = gaps.missing ?? [];
    const groupOf = (name: string) => groups.find(({ names }) => names.test(name));
    expect(missing.filter((name) => !groupOf(name))).toEqual([]);
    const found = groups.map((group) => ({ ...group, names: missing.filter((name) => groupOf(name) === group) }));
    expect(found.filter(({ names, atMost }) => names.length > atMost).map(({ why, names }) => `${why}: ${names.length} ${names.join(' ')}`)).toEqual([]);
  });

  it('have no gap written down that has been closed', () => {
    expect(known.filter((name) => !incompatible.has(name))).toEqual([]);
  });
});

it('calls answer with types that fit', { timeout: 120_000 }, () => {
  expect(problemsIn(`${HERE}types/usage.ts`, BACKEND.adaptations ?? {})).toEqual([]);
});

it('these tests compile, with both kinds of packages', { timeout: 120_000 }, () => {
  const { status, stdout } = spawnSync(process.execPath, [COMPILER, '-p', HERE], { encoding: 'utf8' });
  expect(stdout.split('\n').filter((line) => line.startsWith('tests/compat')).join('\n')).toBe('');
  expect([0, 1, 2]).toContain(status);
});
