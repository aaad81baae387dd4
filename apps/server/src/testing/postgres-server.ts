import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export interface PostgresServer {
  url: string;
  stop(): Promise<void>;
}

/** Durability off: nothing here outlives the test run. */
const FAST_SETTINGS = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'timezone=UTC', 'max_connections=100'];

const START_TIMEOUT_MS = 30_000;

/** Folder of the machine's newest PostgreSQL server programs; null when it has none. */
export function findPostgres(): string | null {
  const packaged = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newestFirst = packaged.sort((a, b) => Number(b) - Number(a)).map((version) => `/usr/lib/postgresql/${version}/bin`);
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...newestFirst, ...onPath].find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

/**
 * Starts a throw-away PostgreSQL that only this user can reach, on a socket in a temporary folder.
 * It ends with this process, however that ends.
 * @param binaries folder of the server programs, see {@link findPostgres}
 * @param settings those of tests, unless given
 */
export async function startPostgres(binaries: string, settings = FAST_SETTINGS): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-postgres-'));
  const account = serverAccount();
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(binaries, 'initdb'),
    ['--pgdata', data, '--username', 'foyer', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'],
    { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );

  const server = spawnTied(join(binaries, 'postgres'), ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])], {
    ...account,
    folder,
  });
  // The host of the query is the one that counts; a URL needs some host all the same.
  const url = `postgres://foyer@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.stdin?.end();
    if (server.exitCode === null) await ended;
  };
  try {
    await untilReady(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** The server refuses to run as root: root runs it as another account of the machine. */
function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such account: try the next.
    }
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither an account `postgres` nor `nobody`.');
}

/** Starts a program that is stopped, and its folder removed, when our end of its input closes: even by kill -9. */
function spawnTied(program: string, args: string[], options: { uid?: number; gid?: number; folder: string }): ChildProcess {
  const script = 'folder=$1; shift; "$@" >"$folder/log" 2>&1 & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$folder"';
  const { folder, ...account } = options;
  return spawn('sh', ['-c', script, 'sh', folder, program, ...args], {
    ...account,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
    // Of its own process group, so that Ctrl-C reaches the tests first and the server after them.
    detached: true,
  });
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw new Error('The test PostgreSQL did not start.', { cause: error });
      await sleep(50);
    } finally {
      await client.end();
    }
  }
}
