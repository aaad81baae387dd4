import { open, type FileHandle } from 'node:fs/promises';
import type { Context } from '../../platform/context.ts';
import { countUsers } from '../users/list.ts';
import type { Format } from './batches.ts';
import { CSV_HEAD, csvRow } from './clerk-csv.ts';
import { exportedRecords } from './export-records.ts';
import type { UserRecord } from './record.ts';
import { resumePoint } from './resume-point.ts';

/** How users are written, by whose import is to read them. */
const WRITERS: Record<Format, { head: string; line: (record: UserRecord) => string }> = {
  clerk: { head: CSV_HEAD, line: csvRow },
  foyer: { head: '', line: (record) => `${JSON.stringify(record)}\n` },
};

export interface ExportOptions {
  path: string;
  format: Format;
  withSecrets: boolean;
  /** Go on after the last whole line of the file. */
  resume: boolean;
  /** Ends the export after the page that is being written; it can be resumed. */
  signal?: AbortSignal;
  /** Told after each page; `total` is what there was at the beginning. */
  onProgress(written: number, total: number): void;
}

/**
 * Writes all users of an instance to a file that only its owner can read.
 *
 * @returns how many are in the file now
 * @throws the signal's reason; when the file is there already and is not to be gone on with
 */
export async function exportUsers(ctx: Context, { path, format, withSecrets, resume, signal, onProgress }: ExportOptions): Promise<number> {
  const { head, line } = WRITERS[format];
  const total = await countUsers(ctx, {});
  // `wx`: what is there already was perhaps the only copy.
  const file = await open(path, resume ? 'r+' : 'wx', 0o600);
  try {
    const start = resume ? await resumePoint(file, path) : { position: await write(file, head, 0), after: undefined, records: 0 };
    let { position, records } = start;
    for await (const page of exportedRecords(ctx, { after: start.after, withSecrets })) {
      signal?.throwIfAborted();
      position = await write(file, page.map(line).join(''), position);
      onProgress((records += page.length), total);
    }
    await file.truncate(position);
    await file.datasync();
    return records;
  } finally {
    await file.close();
  }
}

async function write(file: FileHandle, text: string, position: number): Promise<number> {
  const bytes = Buffer.from(text);
  await file.write(bytes, 0, bytes.length, position);
  return position + bytes.length;
}
