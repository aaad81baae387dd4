import { parsed, type SourceRecord } from './source-record.ts';

/** The longest record: far above any user's, and far below what could fill the memory. In characters. */
export const LONGEST_RECORD = 1024 * 1024;

/** The records of a file with one JSON value a line. A bad line is one bad record. */
export async function* jsonLines(chunks: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield* record(++line, text);
    if (rest.length > LONGEST_RECORD) throw new Error(`Line ${line + 1} is longer than ${LONGEST_RECORD} characters. Is this a file with one record a line?`);
  }
  yield* record(++line, rest);
}

function* record(line: number, text: string): Generator<SourceRecord> {
  if (text.trim() !== '') yield parsed(line, text);
}
