import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Runs a script on a Node that says it is of another version. */
function runOn(version, script) {
  const disguise = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const file = fileURLToPath(new URL(script, import.meta.url));
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(disguise)}`, file], { encoding: 'utf8', timeout: 30_000 });
}

describe('a Node that is too old', () => {
  it.each(['16.20.2', '18.20.8', '20.18.3'])('%s is told what to do, and nothing else is tried', (version) => {
    const { status, stdout, stderr } = runOn(version, 'start.mjs');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `Foyer needs Node.js 20.19 or newer, and this is ${version}. Install a current version from https://nodejs.org (or with \`nvm install --lts\`) and try again.\n`,
    );
  });

  it.each(['20.19.0', '22.0.0', '24.1.0'])('%s is not', (version) => {
    expect(runOn(version, 'lib/require-node.mjs')).toMatchObject({ status: 0, stderr: '' });
  });
});
