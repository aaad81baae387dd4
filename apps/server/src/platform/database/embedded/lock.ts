import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, errorCode } from '../errors.ts';
import { currentProcess, isRunning, type ProcessIdentity } from './process-identity.ts';

export interface LockTiming {
  heartbeatMs: number;
  /** A holder we cannot look up (another container or machine) is gone when its heart stops this long. */
  silenceMs: number;
}

const TIMING: LockTiming = { heartbeatMs: 2_000, silenceMs: 10_000 };

interface LockRecord {
  token: string;
  holder: ProcessIdentity;
}

/** Files this very process holds: its own process id must not look like a stale one to it. */
const held = new Set<string>();

export interface Lock {
  release(): void;
}

/**
 * Takes the lock file, so that only one process at a time opens what it guards. The embedded database
 * has no lock of its own, and two openers lose each other's rows. A lock left behind by a process
 * that is gone (kill -9, power cut) is taken over.
 * @param onLost called when the file is found to be someone else's: stop writing at once
 * @throws {DatabaseError} `locked`
 */
export async function takeLock(file: string, onLost: () => void, timing = TIMING): Promise<Lock> {
  if (held.has(file)) throw lockedBy(file, process.pid);
  held.add(file);
  const token = randomUUID();
  try {
    await acquire(file, { token, holder: currentProcess() }, timing);
  } catch (error) {
    held.delete(file);
    throw error;
  }

  const heartbeat = setInterval(() => {
    if (isStillOurs(file, token)) {
      const now = new Date();
      utimesSync(file, now, now);
    } else {
      clearInterval(heartbeat);
      onLost();
    }
  }, timing.heartbeatMs);
  heartbeat.unref();

  return {
    release() {
      clearInterval(heartbeat);
      held.delete(file);
      if (isStillOurs(file, token)) rmSync(file);
    },
  };
}

async function acquire(file: string, record: LockRecord, timing: LockTiming): Promise<void> {
  while (!tryCreate(file, record)) {
    const existing = readRecord(file);
    if (!existing) continue;
    if (!(await isAbandoned(file, existing.record, timing))) throw lockedBy(file, existing.record?.holder.pid);
    removeAbandoned(file, existing.text);
  }
}

function tryCreate(file: string, record: LockRecord): boolean {
  // Written aside and linked into place: whoever finds the file finds it whole.
  const aside = `${file}.${record.token}`;
  writeFileSync(aside, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside);
  }
}

/** The file's text and what it says; no record when it is damaged; null when the file is gone. */
function readRecord(file: string): { text: string; record: LockRecord | null } | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return { text, record: JSON.parse(text) as LockRecord };
  } catch {
    return { text, record: null };
  }
}

async function isAbandoned(file: string, record: LockRecord | null, { silenceMs }: LockTiming): Promise<boolean> {
  const running = record ? isRunning(record.holder) : 'unknown';
  if (running !== 'unknown') return running === 'no';
  const before = heartbeatOf(file);
  const deadline = Date.now() + silenceMs;
  while (Date.now() < deadline) {
    await sleep(silenceMs / 20);
    if (heartbeatOf(file) !== before) return false;
  }
  return true;
}

function heartbeatOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function removeAbandoned(file: string, text: string): void {
  // Moved away and looked at again: someone else may have taken the lock over since we read it.
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== text) linkSync(aside, file);
  rmSync(aside);
}

function isStillOurs(file: string, token: string): boolean {
  return readRecord(file)?.record?.token === token;
}

function lockedBy(file: string, pid: number | undefined): DatabaseError {
  return new DatabaseError(
    'locked',
    `The data folder is in use by another Foyer${pid === undefined ? '' : ` (process ${pid})`}. Stop that one first, or give this one a folder and a port of its own: FOYER_DATA_DIR=./.foyer-2 PORT=4001 npm start. If you are sure nothing uses it, delete ${file}.`,
  );
}
