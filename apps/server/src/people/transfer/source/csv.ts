import type { Readable } from 'node:stream';
import { parse, type CsvError, type Info } from 'csv-parse';
import { LONGEST_RECORD } from './json-lines.ts';
import type { SourceRecord } from './source-record.ts';

/** The rows of a CSV file (RFC 4180) as objects by the names in its first row. Empty cells are left out. */
export async function* csvRows(file: Readable): AsyncGenerator<SourceRecord> {
  const problems: SourceRecord[] = [];
  const rows = parse({
    columns: true,
    info: true,
    max_record_size: LONGEST_RECORD,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      problems.push({ line: lineOf(error), problem: `This is not a row of CSV: ${error?.message ?? 'it cannot be read'}.` });
      return undefined;
    },
  });
  // A read error of the file must end the rows too; `pipe` does not see to that.
  file.on('error', (error) => rows.destroy(error));
  for await (const { record, info } of file.pipe(rows) as AsyncIterable<{ record: Record<string, string>; info: Info }>) {
    yield* problems.splice(0);
    yield { line: info.lines, value: Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== '')) };
  }
  yield* problems.splice(0);
}

function lineOf(error: CsvError | undefined): number {
  return typeof error?.['lines'] === 'number' ? error['lines'] : 0;
}
