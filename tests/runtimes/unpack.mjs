import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Packs a package as for publishing, and unpacks it where a program finds it.
 * @param {string} folder of the package, built
 * @param {string} target folder, emptied first
 */
export function unpack(folder, target) {
  const parcel = mkdtempSync(join(tmpdir(), 'foyer-pack-'));
  try {
    const [{ filename }] = JSON.parse(run('npm', ['pack', folder, '--json', '--pack-destination', parcel, '--loglevel=error']));
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    run('tar', ['-xzf', join(parcel, filename.replace(/^@/, '').replace('/', '-')), '-C', target, '--strip-components=1']);
  } finally {
    rmSync(parcel, { recursive: true, force: true });
  }
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stderr}`);
  return stdout;
}
