import { stat } from 'node:fs/promises';
import type { Context } from '../../platform/context.ts';
import { fromClerk } from './clerk.ts';
import { prepareUser } from './prepare.ts';
import type { PreparedUser, Reject } from './prepared-user.ts';
import { rejectionOf } from './rejection.ts';
import { requireRecord, type UserRecord } from './record.ts';
import { readRecords } from './source/read-records.ts';

/** Whose export it is: Clerk's, or ours. */
export const FORMATS = { clerk: fromClerk, foyer: (value: unknown): UserRecord => requireRecord(value) };
export type Format = keyof typeof FORMATS;

/** Enough to make the way to the database cheap, few enough to be held in memory many times over. */
const BATCH_RECORDS = 1000;

/** Records that are written together. */
export interface Batch {
  /** How many records of the file lie behind this batch and those before it. */
  records: number;
  /** How much of the file has been read, from 0 to 1. */
  share: number;
  users: PreparedUser[];
  rejects: Reject[];
}

/**
 * The users of a file in batches.
 *
 * @param skip how many records were imported before
 */
export async function* readBatches(ctx: Context, path: string, format: Format, skip: number): AsyncGenerator<Batch> {
  const { size } = await stat(path);
  let bytesRead = () => 0;
  let records = 0;
  let batch: Batch = { records, share: 0, users: [], rejects: [] };
  for await (const source of readRecords(path, (file) => (bytesRead = () => file.bytesRead))) {
    if (++records <= skip) continue;
    batch.records = records;
    batch.share = bytesRead() / size;
    if ('problem' in source) batch.rejects.push({ line: source.line, reason: source.problem });
    else {
      try {
        batch.users.push(prepareUser(ctx, source.line, requireRecord(FORMATS[format](source.value))));
      } catch (error) {
        batch.rejects.push({ line: source.line, reason: rejectionOf(error) });
      }
    }
    if (batch.users.length + batch.rejects.length < BATCH_RECORDS) continue;
    yield batch;
    batch = { records, share: batch.share, users: [], rejects: [] };
  }
  if (batch.users.length + batch.rejects.length > 0) yield batch;
}
