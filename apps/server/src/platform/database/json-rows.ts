/** A row as `json_agg` writes it. */
export type JsonRow = Readonly<Record<string, unknown>>;

/**
 * Rows that came inside a JSON value, as the driver gives them by themselves. So one statement answers
 * rows of several tables: each statement costs more than the rows it brings.
 *
 * Columns whose names end in `_at` are moments, in every table of the house.
 *
 * @param rows what `json_agg(t)` answered; `null` when there was no row
 * @param bytes the `bytea` columns
 */
export function rowsFromJson<Row extends object>(rows: readonly JsonRow[] | null, bytes: readonly (keyof Row & string)[] = []): Row[] {
  return (rows ?? []).map((row) => {
    const read: Record<string, unknown> = { ...row };
    for (const name in read) {
      const value = read[name];
      if (typeof value === 'string' && name.endsWith('_at')) read[name] = new Date(value);
    }
    for (const name of bytes) read[name] = readBytes(read[name]);
    return read as Row;
  });
}

/** PostgreSQL writes bytes as `\x` and hexadecimal digits. */
function readBytes(value: unknown): Buffer | null {
  return typeof value === 'string' ? Buffer.from(value.slice(2), 'hex') : null;
}
