import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { DatabaseError, errorCode } from '../errors.ts';
import type { DatabaseLog } from '../open.ts';
import { takeLock } from './lock.ts';
import { embeddedPool } from './pool.ts';
import { createDatabaseFolder } from './template.ts';
import { type DatabaseThread, startThread } from './thread.ts';

/** Major version of the PostgreSQL inside PGlite; a folder written by another cannot be read. */
const POSTGRES_MAJOR = '18';

export interface EmbeddedDatabase {
  pool: Pool;
  close(): Promise<void>;
}

/**
 * Opens the embedded database in a data folder, making both when missing. It is for development and
 * for trying things out: one process, one connection.
 * @throws {DatabaseError} `locked` or `unreadable`
 */
export async function openEmbedded(options: {
  dataDir: string;
  cacheDir: string | undefined;
  log: DatabaseLog;
}): Promise<EmbeddedDatabase> {
  const { log } = options;
  const dataDir = prepareFolder(options.dataDir);
  let thread: DatabaseThread | undefined;
  const lock = await takeLock(join(dataDir, 'lock'), () => {
    log.error({ dataDir }, 'another process has taken over the data folder: the database stops here');
    void thread?.terminate();
  }).catch((error: unknown) => {
    throw error instanceof DatabaseError ? error : unreadable(dataDir, error);
  });

  try {
    const folder = join(dataDir, 'database');
    if (!existsSync(folder)) await createDatabaseFolder(folder, options.cacheDir);
    refuseOtherVersion(folder);
    thread = await startThread({ dataDir: folder, durable: true });
  } catch (error) {
    lock.release();
    throw error instanceof DatabaseError ? error : unreadable(dataDir, error);
  }

  const running = thread;
  const pool = embeddedPool(running);
  pool.on('error', (error) => log.warn({ err: error }, 'the connection to the embedded database broke'));

  let closing = false;
  void running.ended.then((failure) => {
    if (!closing) log.error({ err: failure }, 'the embedded database has stopped; restart Foyer');
  });
  return {
    pool,
    async close() {
      closing = true;
      await running.close();
      lock.release();
    },
  };
}

function prepareFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    // PGlite's files are readable by anyone; the folder around them is not.
    chmodSync(dataDir, 0o700);
    return realpathSync(dataDir);
  } catch (error) {
    throw unreadable(dataDir, error);
  }
}

function refuseOtherVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === POSTGRES_MAJOR) return;
  throw new DatabaseError(
    'unreadable',
    `${folder} was written by an embedded PostgreSQL ${version}, and this version of Foyer reads PostgreSQL ${POSTGRES_MAJOR}. Start the Foyer that wrote it to get your data out, or start with another data folder.`,
  );
}

function unreadable(dataDir: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    'unreadable',
    `Cannot use the data folder ${dataDir}: ${reasonOf(cause)}. Make it a folder with some space that this user may write to, or choose another one: FOYER_DATA_DIR=… npm start`,
    cause,
  );
}

function reasonOf(cause: unknown): string {
  const known = REASONS[errorCode(cause) ?? wasiCode(cause) ?? ''];
  if (known) return known;
  return cause instanceof Error ? cause.message : `the embedded database failed (${JSON.stringify(cause)})`;
}

/** The embedded database's own file layer throws plain objects with the error numbers of WASI. */
function wasiCode(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('errno' in cause)) return undefined;
  return WASI_CODES[String(cause.errno)];
}

const WASI_CODES: Record<string, string> = { 2: 'EACCES', 51: 'ENOSPC', 63: 'EPERM', 69: 'EROFS' };

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is on a read-only disk',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
};
