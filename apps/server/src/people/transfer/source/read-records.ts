import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { csvRows } from './csv.ts';
import { jsonArray } from './json-array.ts';
import { jsonLines } from './json-lines.ts';
import type { SourceRecord } from './source-record.ts';

const CHUNK_BYTES = 256 * 1024;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The records of a file, one after the other and never all at once. What kind of file it is shows in
 * its first character: a JSON array, one JSON object a line, or else CSV.
 *
 * @param opened is given the stream of the file, to see how far it has been read
 * @throws the error of the operating system when it cannot be read
 */
export async function* readRecords(path: string, opened?: (file: ReadStream) => void): AsyncGenerator<SourceRecord> {
  const { first, start } = await beginning(path);
  const file = createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK_BYTES, start });
  opened?.(file);
  if (first === '[') yield* jsonArray(file);
  else if (first === '{') yield* jsonLines(file);
  else yield* csvRows(file);
}

/** The first character that is not a space, and where the text starts: some programs write a byte order mark before it. */
async function beginning(path: string): Promise<{ first: string; start: number }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const start = buffer.indexOf(BOM) === 0 ? BOM.length : 0;
    return { start, first: buffer.toString('utf8', start, bytesRead).trimStart().charAt(0) };
  } finally {
    await file.close();
  }
}
