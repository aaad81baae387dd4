// Files of very many users, as `foyer users export` writes them.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Argon2id, 19 MiB, 2 passes, of some password: what matters is that each row has one. */
const DIGEST = '$argon2id$v=19$m=19456,t=2,p=1$cXdlcnR5dWlvcGFzZGZnaA$xvZb4pPZ3cVvVxqTzLAa2Zq0GQcm6kPC0mVYzr0n7mU';
const FIRST_JOINED = Date.UTC(2020, 0, 1);
const LINES_A_PIECE = 1000;

/** Writes users, a line each; see the declaration. */
export async function writeUsers(folder, count, line = userLine) {
  const file = join(folder, `users-${count}.ndjson`);
  await pipeline(Readable.from(pieces(count, line)), createWriteStream(file));
  return file;
}

function* pieces(count, line) {
  for (let begin = 0; begin < count; begin += LINES_A_PIECE) {
    const length = Math.min(LINES_A_PIECE, count - begin);
    yield Array.from({ length }, (_, at) => `${line(begin + at)}\n`).join('');
  }
}

/** The line of one of them. */
export function userLine(n) {
  const joined = FIRST_JOINED + n * 1000;
  return JSON.stringify({
    first_name: `First${n}`,
    last_name: `Last${n}`,
    email_addresses: [{ email_address: `person${n}@bench.example`, verified: true, primary: true }],
    password_digest: DIGEST,
    password_hasher: 'argon2id',
    created_at: joined,
    updated_at: joined,
  });
}
