// A file of users, and `foyer users import` of it, watched.
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CLI } from './foyer.mjs';
import { startProgram } from './programs.mjs';

/** Argon2id, 19 MiB, 2 passes, of some password: what matters is that each row has one. */
const DIGEST = '$argon2id$v=19$m=19456,t=2,p=1$cXdlcnR5dWlvcGFzZGZnaA$xvZb4pPZ3cVvVxqTzLAa2Zq0GQcm6kPC0mVYzr0n7mU';
const FIRST_JOINED = Date.UTC(2020, 0, 1);
const LINES_A_PIECE = 1000;

/**
 * Writes users as `foyer users export` does, a line each.
 * @returns {Promise<string>} the file
 */
export async function writeUsers(folder, count) {
  const file = join(folder, `users-${count}.ndjson`);
  await pipeline(Readable.from(pieces(count)), createWriteStream(file));
  return file;
}

function* pieces(count) {
  for (let begin = 0; begin < count; begin += LINES_A_PIECE) {
    const length = Math.min(LINES_A_PIECE, count - begin);
    yield Array.from({ length }, (_, at) => `${JSON.stringify(user(begin + at))}\n`).join('');
  }
}

function user(n) {
  const joined = FIRST_JOINED + n * 1000;
  return {
    first_name: `First${n}`,
    last_name: `Last${n}`,
    email_addresses: [{ email_address: `person${n}@bench.example`, verified: true, primary: true }],
    password_digest: DIGEST,
    password_hasher: 'argon2id',
    created_at: joined,
    updated_at: joined,
  };
}

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
