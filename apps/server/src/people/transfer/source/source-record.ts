/** One record of a file, with the line where it begins (a row of CSV: where it ends); or why there is none. */
export type SourceRecord = { line: number; value: unknown } | { line: number; problem: string };

/** The value of a record's JSON text. */
export function parsed(line: number, text: string): SourceRecord {
  try {
    return { line, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { line, problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}.` };
  }
}
