import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Reject } from './prepared-user.ts';

/** Rejects as they stand in their file: one JSON object a line, `{"line":12,"reason":"…"}`. */
export function rejectLines(rejects: readonly Reject[]): Buffer {
  return Buffer.from(rejects.map(({ line, reason }) => `${JSON.stringify({ line, reason })}\n`).join(''));
}

/**
 * The file of records that became no users. It holds nothing of the records themselves: their
 * secrets stay in the file that they came in.
 *
 * A batch writes its rejects where the ones before it end, and before its transaction ends. Whether
 * it is then done again or was done already, each reject is there once.
 */
export class RejectsFile {
  readonly path: string;
  #file: FileHandle | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** Removes what another import has left. */
  async clear(): Promise<void> {
    await rm(this.path, { force: true });
  }

  /** Writes lines from a position on, down to the disk. */
  async write(position: number, lines: Buffer): Promise<void> {
    if (lines.length === 0) return;
    const file = await this.#opened(position);
    await file.write(lines, 0, lines.length, position);
    await file.datasync();
  }

  /** Cuts off what lies after the last reject that counts. */
  async finish(length: number): Promise<void> {
    if (length > 0) await (await this.#opened(length)).truncate(length);
    else await this.clear();
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  /** @throws when the rejects that were written so far are gone */
  async #opened(position: number): Promise<FileHandle> {
    if (this.#file) return this.#file;
    this.#file = await open(this.path, position === 0 ? 'w' : 'r+', 0o600);
    const { size } = await this.#file.stat();
    if (size < position) throw new Error(`${this.path} is shorter than it was. Put the file back that the import has written so far.`);
    return this.#file;
  }
}
