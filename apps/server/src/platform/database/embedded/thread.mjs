// The embedded database's own thread: a long query keeps only this thread busy, not the server.
// Plain JavaScript, because a thread is started from a file and Node 20 reads no TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

/** PGlite's own settings for a single-process server, with durability on: it leaves that off. */
const SETTINGS = {
  search_path: 'public',
  exit_on_error: 'false',
  log_checkpoints: 'false',
  max_worker_processes: '0',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  io_method: 'sync',
  fsync: workerData.durable ? 'on' : 'off',
  wal_sync_method: 'open_datasync',
};

const database = await PGlite.create({
  dataDir: workerData.dataDir,
  extensions: { pg_trgm },
  startParams: ['--single', '-O', '-j', ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
  // Small log segments keep a new folder small; the built-in locale sorts alike on every machine.
  initDbStartParams: ['--wal-segsize=1', '--locale-provider=builtin', '--locale=C.UTF-8'],
});

/** Requests run one after the other, in the order they came. */
let last = Promise.resolve();

parentPort.on('message', (request) => {
  last = last.then(() => handle(request)).catch((error) => {
    // A failed statement is an answer; this is the database itself failing. The thread ends with it.
    queueMicrotask(() => {
      throw error;
    });
  });
});

parentPort.postMessage({ ready: true });

async function handle(request) {
  if (request.close) {
    await database.close();
    parentPort.close();
  } else if (request.end) {
    // What a connection leaves behind when it goes must not meet the next one.
    if (database.isInTransaction()) await database.exec('rollback');
    await database.exec('discard all');
  } else {
    const { connection } = request;
    await database.execProtocolRawStream(request.bytes, {
      onRawData: (bytes) => parentPort.postMessage({ connection, bytes: bytes.slice() }),
    });
  }
}
