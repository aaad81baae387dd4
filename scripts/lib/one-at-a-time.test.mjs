import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.mjs';

let folder;
let lock;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-lock-'));
  lock = join(folder, 'build.lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

it('lets one begin when the other has ended', async () => {
  const events = [];
  const work = (name) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    events.push(`${name} ends`);
    return name;
  };
  const results = await Promise.all([oneAtATime('build', work('a'), folder), oneAtATime('build', work('b'), folder)]);
  expect(results).toEqual(['a', 'b']);
  expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(existsSync(lock)).toBe(false);
});

it('lets go when the work fails', async () => {
  await expect(oneAtATime('build', () => Promise.reject(new Error('no')), folder)).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

it('takes over from a process that is gone', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(lock, String(pid));
  expect(await oneAtATime('build', async () => 'done', folder)).toBe('done');
});

it('takes over from an earlier process with our id, as the first one of each container has', async () => {
  writeFileSync(lock, String(process.pid));
  expect(await oneAtATime('build', async () => 'done', folder)).toBe('done');
});

it('takes over a file that a full disk left empty', async () => {
  writeFileSync(lock, '');
  const minuteAgo = Date.now() / 1_000 - 60;
  utimesSync(lock, minuteAgo, minuteAgo);
  expect(await oneAtATime('build', async () => 'done', folder)).toBe('done');
});
