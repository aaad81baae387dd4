// `foyer users import`, watched.
import { readFileSync } from 'node:fs';
import { CLI } from './foyer.mjs';
import { startProgram } from './programs.mjs';

const PEAK = /^VmHWM:\s+(\d+) kB$/m;
const WATCH_EVERY_MS = 100;

/**
 * Starts an import.
 * @returns {{ end(): Promise<Watched>, kill(): Promise<Watched> }} `end` waits for its end, and throws when it fails
 * @typedef {{ milliseconds: number, peakMemory: number }} Watched `peakMemory` in bytes; 0 where the system does not tell
 */
export function importFile({ env, file, slug, resume = false }) {
  const begun = performance.now();
  const program = startProgram([process.execPath, CLI, 'users', 'import', file, '--instance', slug, ...(resume ? ['--resume'] : [])], { env });
  let peakMemory = 0;
  const watch = setInterval(() => (peakMemory = Math.max(peakMemory, peakOf(program.child.pid))), WATCH_EVERY_MS);
  const watched = program.ended.then(() => {
    clearInterval(watch);
    return { milliseconds: performance.now() - begun, peakMemory };
  });
  return {
    async end() {
      const result = await watched;
      if (program.child.exitCode !== 0) throw new Error(`The import failed:\n${program.output}`);
      return result;
    },
    kill() {
      program.child.kill('SIGKILL');
      return watched;
    },
  };
}

function peakOf(pid) {
  try {
    return Number(PEAK.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It has just ended, or this is not Linux.
    return 0;
  }
}
