// Processor cores: contenders get the same one, and everything around them the others.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';

const TASKSET = '/usr/bin/taskset';

/** The core on which servers are measured. */
export const MEASURED_CORE = 0;

/** Whether programs can be kept on a core: on Linux, where there are two. */
export const canPin = process.platform === 'linux' && existsSync(TASKSET) && cpus().length > 1;

/**
 * A command that runs on one core only.
 * @param {string[]} command
 * @param {number} [core] any core, when left out
 */
export function pinned(command, core) {
  return canPin && core !== undefined ? [TASKSET, '-c', String(core), ...command] : command;
}

/**
 * Keeps this process, and whatever it starts meanwhile, off the measured core.
 * @template T
 * @param {() => Promise<T>} work
 */
export async function besideMeasuredCore(work) {
  if (!canPin) return work();
  moveTo(`1-${cpus().length - 1}`);
  try {
    return await work();
  } finally {
    moveTo(`0-${cpus().length - 1}`);
  }
}

function moveTo(cores) {
  execFileSync(TASKSET, ['-a', '-c', '-p', cores, String(process.pid)], { stdio: 'ignore' });
}
