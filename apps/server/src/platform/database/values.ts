import { type RawBuilder, sql } from 'kysely';
import { type CustomTypesConfig, types } from 'pg';
import { momentParser } from './moments.ts';

/**
 * How column values become JavaScript ones, on both databases:
 * `timestamptz` a Date, `jsonb` its parsed value, `bytea` a Buffer, `date` and `numeric` their text,
 * `int8` a number, and a bigint only where a number would lose digits.
 */
export const columnTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === types.builtins.INT8) return parseInt8;
      if (oid === types.builtins.TIMESTAMPTZ) return parseMoment;
      if (oid === types.builtins.DATE) return keepText;
    }
    return types.getTypeParser(oid, format);
  },
};

const parseMoment = momentParser(types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text'));

function parseInt8(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

function keepText(text: string): string {
  return text;
}

/**
 * A value for a `jsonb` column. Needed wherever the value may be an array or a bare string: the
 * driver would otherwise send those as a PostgreSQL array and as JSON source.
 */
export function json<Value>(value: Value): RawBuilder<Value> {
  return sql`${JSON.stringify(value)}::jsonb`;
}
