import type { FileHandle } from 'node:fs/promises';
import { isId } from '@foyer/protocol/ids';

/** Where an export goes on. */
export interface ResumePoint {
  /** In bytes: after the last whole line. */
  position: number;
  /** The user of that line. */
  after: string | undefined;
  /** Lines so far. */
  records: number;
}

const CHUNK_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * Finds the end of the last whole line of an export that was cut off, and whose line it is.
 *
 * @throws when that is no line of Foyer's own format; rows of CSV may be several lines long
 */
export async function resumePoint(file: FileHandle, path: string): Promise<ResumePoint> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let [read, position, lastLine, records] = [0, 0, 0, 0];
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, read);
    if (bytesRead === 0) break;
    for (let at = chunk.indexOf(NEWLINE); at !== -1 && at < bytesRead; at = chunk.indexOf(NEWLINE, at + 1)) {
      [lastLine, position] = [position, read + at + 1];
      records++;
    }
    read += bytesRead;
  }
  if (records === 0) return { position: 0, after: undefined, records: 0 };

  const line = Buffer.alloc(position - lastLine);
  await file.read(line, 0, line.length, lastLine);
  const after = idOf(line.toString());
  if (after === undefined) throw new Error(`${path} is not an export in the format foyer: only such a file can be gone on with. Export to a new file.`);
  return { position, after, records };
}

function idOf(line: string): string | undefined {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return isId('user', id) ? id : undefined;
  } catch {
    return undefined;
  }
}
