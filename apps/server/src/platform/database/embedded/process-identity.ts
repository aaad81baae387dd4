import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from '../errors.ts';

/** Says which process this is, so that a later one can tell whether it is still the same. */
export interface ProcessIdentity {
  pid: number;
  /** Where process ids mean the same thing: one boot of one machine or container. */
  realm: string;
  /** When it started, as the system tells it; a process id alone is given out again. */
  started: string | null;
}

export function currentProcess(): ProcessIdentity {
  return { pid: process.pid, realm: currentRealm(), started: statOf(process.pid)[1] };
}

/** Whether the process still runs; `unknown` when it lives where we cannot see it. */
export function isRunning(identity: ProcessIdentity): 'yes' | 'no' | 'unknown' {
  if (identity.realm !== currentRealm()) return 'unknown';
  // Our own id in an older record was given out again, since one process takes a lock once.
  if (identity.pid === process.pid) return 'no';
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // Anything but "no such process" means that it is there and belongs to someone else.
    if (errorCode(error) === 'ESRCH') return 'no';
  }
  const [state, started] = statOf(identity.pid);
  // Killed, but its parent has not looked yet.
  if (state === 'Z') return 'no';
  return identity.started === null || started === null || identity.started === started ? 'yes' : 'no';
}

function currentRealm(): string {
  const bootId = readOrNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const namespace = readOrNull(() => readlinkSync('/proc/self/ns/pid'));
  return [hostname(), bootId, namespace].filter(Boolean).join(' ');
}

/** State and start of a process, fields 3 and 22 of proc(5). */
function statOf(pid: number): [state: string | null, started: string | null] {
  const stat = readOrNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The command, field 2, may hold spaces and ends at the last parenthesis.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return [fields[0] ?? null, fields[19] ?? null];
}

function readOrNull(read: () => string): string | null {
  try {
    return read();
  } catch {
    // Only Linux has /proc.
    return null;
  }
}
