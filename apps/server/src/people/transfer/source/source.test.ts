import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv.ts';
import { jsonArray } from './json-array.ts';
import { jsonLines } from './json-lines.ts';
import type { SourceRecord } from './source-record.ts';

/** A text as a file gives it when it is read in pieces of this many characters. */
function pieces(text: string, size: number): Readable {
  return Readable.from(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []);
}

async function all(records: AsyncIterable<SourceRecord>): Promise<SourceRecord[]> {
  const found: SourceRecord[] = [];
  for await (const record of records) found.push(record);
  return found;
}

const ARRAY = `[
  {"a": "b] }, \\"{"},
  {"a": [{"c": 1}]}, {"a": "ä\\\\"}
]`;

describe.each([1, 2, 3, 7, 1000])('read in pieces of %d characters', (size) => {
  it('an array gives its elements and where they begin', async () => {
    expect(await all(jsonArray(pieces(ARRAY, size)))).toEqual([
      { line: 2, value: { a: 'b] }, "{' } },
      { line: 3, value: { a: [{ c: 1 }] } },
      { line: 3, value: { a: 'ä\\' } },
    ]);
  });

  it('lines are records, empty ones are none, and a bad one is one bad record', async () => {
    const [first, bad, last, ...more] = await all(jsonLines(pieces('{"a":1}\r\n\n{"a":\n{"a":3}', size)));
    expect([first, last, more]).toEqual([{ line: 1, value: { a: 1 } }, { line: 4, value: { a: 3 } }, []]);
    expect(bad).toMatchObject({ line: 3, problem: expect.stringContaining('not JSON') });
  });

  it('CSV has quotes, commas and line breaks in its cells, and a row of another length is a bad record', async () => {
    const text = 'id,name\n1,"Ada, ""the first"""\n2,"two\nlines"\n3\n4,\n';
    const records = await all(csvRows(pieces(text, size)));
    expect(records.filter((record) => 'value' in record)).toEqual([
      { line: 2, value: { id: '1', name: 'Ada, "the first"' } },
      { line: 4, value: { id: '2', name: 'two\nlines' } },
      { line: 6, value: { id: '4' } },
    ]);
    expect(records.filter((record) => 'problem' in record)).toMatchObject([{ line: 5, problem: expect.stringContaining('not a row') }]);
  });
});

it('an array that ends too early says so', async () => {
  expect(await all(jsonArray(pieces('[{"a":1},\n{"a":', 4)))).toMatchObject([{ value: { a: 1 } }, { line: 2, problem: expect.stringContaining('missing') }]);
});

it('no record may fill the memory', async () => {
  const endless = Array.from({ length: 64 }, () => 'x'.repeat(64 * 1024));
  await expect(all(jsonLines(Readable.from(endless)))).rejects.toThrow('Line 1 is longer');
  await expect(all(jsonArray(Readable.from(['[{"a":"', ...endless])))).rejects.toThrow('longer');
});
