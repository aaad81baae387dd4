import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { now, transaction, type Context } from '../../platform/context.ts';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import { readBatches, type Batch, type Format } from './batches.ts';
import { refuseTaken } from './conflicts.ts';
import { rejectLines, type RejectsFile } from './rejects.ts';
import * as store from './store.ts';

/** An import that cannot be done as it was asked for; the message says how it can. */
export class ImportError extends Error {
  override name = 'ImportError';
}

export interface ImportOptions {
  path: string;
  format: Format;
  /** Go on with an import of this file that was cut off. */
  resume: boolean;
  rejects: RejectsFile;
  /** Ends the import after the batch that is being written; it can be resumed. */
  signal?: AbortSignal;
  /** Told after each batch, and first of all where the import begins; `share` of the file has been read, from 0 to 1. */
  onProgress(progress: store.ImportProgress, share: number): void;
}

/** How often a batch is tried when others take its identifiers while it is written. */
const TRIES = 5;

/**
 * Brings the users of a file into an instance. Each batch of them, the rejects among them and the
 * note of how far the file has been read are one transaction: cut off anywhere, an import goes on
 * without losing a user or having one twice.
 *
 * Nobody is told of the users one by one: no event, webhook or email says that they have come.
 *
 * @throws ImportError; the signal's reason; the error of the operating system when a file cannot be read or written
 */
export async function importUsers(ctx: Context, options: ImportOptions): Promise<store.ImportProgress> {
  const fileHash = await hashOf(options.path);
  let progress = await begin(ctx, fileHash, options);
  let share = 0;
  options.onProgress(progress, share);

  // While the database writes one batch, the next one is read.
  let writing: Promise<store.ImportProgress> = Promise.resolve(progress);
  try {
    for await (const batch of readBatches(ctx, options.path, options.format, progress.records)) {
      progress = await writing;
      options.onProgress(progress, share);
      options.signal?.throwIfAborted();
      share = batch.share;
      writing = writeBatch(ctx, fileHash, batch, progress, options.rejects);
      // Its failure is thrown where it is waited for, above or below.
      writing.catch(() => undefined);
    }
    progress = await writing;
    options.onProgress(progress, 1);
    await options.rejects.finish(progress.rejects_bytes);
  } finally {
    await Promise.allSettled([writing]);
    await options.rejects.close();
  }
  await store.finishImport(ctx.db, ctx.instance.id, fileHash, now(ctx));
  await store.analyze(ctx.db);
  return progress;
}

async function begin(ctx: Context, fileHash: Buffer, { format, resume, rejects }: ImportOptions): Promise<store.ImportProgress> {
  const before = await store.findImport(ctx.db, ctx.instance.id, fileHash);
  const unfinished = before?.finished_at === null ? before : null;
  if (unfinished && !resume) throw new ImportError(`An import of this file stopped after ${unfinished.records} records. Add --resume to go on from there.`);
  if (unfinished && unfinished.format !== format) throw new ImportError(`The import of this file was begun with --format ${unfinished.format}. Go on with the same.`);
  if (unfinished) return unfinished;
  await rejects.clear();
  await store.startImport(ctx.db, ctx.instance.id, fileHash, format, now(ctx));
  return { records: 0, imported: 0, rejected: 0, rejects_bytes: 0 };
}

async function writeBatch(ctx: Context, fileHash: Buffer, batch: Batch, before: store.ImportProgress, rejects: RejectsFile): Promise<store.ImportProgress> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryBatch(ctx, fileHash, batch, before, rejects);
    } catch (error) {
      // Someone signed up with one of these identifiers after we had looked; now we see it.
      if (!isUniqueViolation(error) || attempt === TRIES) throw error;
    }
  }
}

function tryBatch(ctx: Context, fileHash: Buffer, batch: Batch, before: store.ImportProgress, file: RejectsFile): Promise<store.ImportProgress> {
  return transaction(ctx, async (ctx) => {
    const { free, rejects: taken } = await refuseTaken(ctx, batch.users);
    await store.insertUsers(ctx.db, ctx.instance.id, free);
    const rejects = [...batch.rejects, ...taken].sort((a, b) => a.line - b.line);
    const lines = rejectLines(rejects);
    const after = {
      records: batch.records,
      imported: before.imported + free.length,
      rejected: before.rejected + rejects.length,
      rejects_bytes: before.rejects_bytes + lines.length,
    };
    const alone = await store.noteProgress(ctx.db, ctx.instance.id, fileHash, before, after, now(ctx));
    if (!alone) throw new ImportError('Another process is importing this file. Let it finish.');
    // Now that nobody else can be writing to it.
    await file.write(before.rejects_bytes, lines);
    return after;
  });
}

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest();
}
