import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

/**
 * What the numbers were measured on, by name.
 * @param {{ postgres: string | null, chromium: string | null }} programs folder of the one, file of the other
 * @returns {Record<string, string>}
 */
export function machineFacts({ postgres, chromium }) {
  const [{ model }] = cpus();
  return {
    Processor: `${cpus().length} × ${model.trim()}`,
    Memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    System: `${type()} ${release()}`,
    'Node.js': process.versions.node,
    PostgreSQL: postgres ? versionOf(join(postgres, 'postgres')) : 'none found: what needs it was left out',
    Chromium: chromium ? versionOf(chromium) : 'none found: what needs it was left out',
    'Load average before': load(),
  };
}

/** Above this, others take a noticeable part of every core. */
const BUSY_PER_CORE = 0.25;

function load() {
  const [minute] = loadavg();
  const text = minute.toFixed(2);
  return minute > BUSY_PER_CORE * cpus().length ? `${text}: the machine was busy with other work, so take these numbers with caution` : text;
}

/** The number in what a program answers to `--version`. */
function versionOf(program) {
  const text = execFileSync(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  return /\d+(\.\d+)+/.exec(text)?.[0] ?? text.trim();
}
