import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { hasherNamed } from './imported/hashers.ts';
import { WorkQueue } from './queue.ts';

/** Argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's Password Storage Cheat Sheet. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Name under which our own hashes are stored. */
export const OWN_HASHER = 'argon2id';

/** Hash of a random password that was thrown away: verifying against it costs what any other costs, and fails. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$a9JWt1Vshgn/0LtzIpwcPw$UoZV2/JuDUPwT20tsEFAvTFyK7Pkm7Svz5derkGmRX4';

/** Hashes that may wait for each core: at some 40 ms each, the last one waits for 4 s. */
const WAITING_PER_CORE = 100;

/** One for the process: what it guards, the cores, is there once. Argon2 and bcrypt run in threads, not in the event loop. */
const queue = new WorkQueue({ running: availableParallelism(), waiting: availableParallelism() * WAITING_PER_CORE });

/** How many hashes this process has computed: what attempts cost, and whether all cost the same. */
export function hashesComputed(): number {
  return queue.begun;
}

/** A password as it is stored. */
export interface PasswordHash {
  hash: string;
  hasher: string;
}

/**
 * Hashes a new password, exactly as it was typed.
 *
 * @throws `service_unavailable` when too many wait already
 */
export async function hashPassword(password: string): Promise<PasswordHash> {
  return { hash: await queue.run(() => hash(password, ARGON2ID)), hasher: OWN_HASHER };
}

/**
 * Whether a password is the one behind a hash.
 *
 * @throws `service_unavailable` when too many wait already
 */
export function verifyHash(stored: PasswordHash, password: string): Promise<boolean> {
  if (stored.hasher === OWN_HASHER) return queue.run(() => verify(stored.hash, password));
  const hasher = hasherNamed(stored.hasher);
  if (!hasher) throw new Error(`Nobody knows the password hasher ${stored.hasher}.`);
  const work = async () => hasher.verify(stored.hash, password);
  return hasher.remote ? work() : queue.run(work);
}

/** Does the work of {@link verifyHash} where there is nothing to verify, so that the time tells nothing. */
export async function verifyAgainstNothing(password = ''): Promise<false> {
  await queue.run(() => verify(NOBODYS_HASH, password));
  return false;
}
