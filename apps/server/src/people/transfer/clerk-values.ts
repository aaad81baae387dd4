import { RecordError } from './record.ts';

/** What a cell of CSV says, or a value of JSON is: the same values in other clothes. */

export function textOf(raw: Record<string, unknown>, name: string): string | null {
  const value = raw[name] ?? null;
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new RecordError(`${name} must be text.`);
}

export function flagOf(raw: Record<string, unknown>, name: string): boolean | null {
  const value = raw[name] ?? null;
  if (value === null || typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new RecordError(`${name} must be true or false.`);
}

/** Milliseconds since the Unix epoch, from a number of them or a date and time as text. */
export function timeOf(raw: Record<string, unknown>, name: string): number | null {
  const value = raw[name] ?? null;
  if (value === null) return null;
  const time = typeof value === 'number' || /^\d+$/.test(String(value)) ? Number(value) : Date.parse(String(value));
  if (Number.isInteger(time)) return time;
  throw new RecordError(`${name} must be a time, such as 2026-01-31T12:00:00Z.`);
}

export function numberOf(raw: Record<string, unknown>, name: string): number | null {
  const text = textOf(raw, name);
  if (text === null) return null;
  if (/^\d+$/.test(text)) return Number(text);
  throw new RecordError(`${name} must be a number.`);
}

export function metadataOf(raw: Record<string, unknown>, name: string): Record<string, unknown> | null {
  const value = raw[name] ?? null;
  const metadata: unknown = typeof value === 'string' ? fromJson(value, name) : value;
  if (metadata === null || (typeof metadata === 'object' && !Array.isArray(metadata))) return metadata as Record<string, unknown> | null;
  throw new RecordError(`${name} must be a JSON object.`);
}

/** Several values in a list, or in one cell. Spaces part phone numbers only before the next +. */
export function listOf(raw: Record<string, unknown>, name: string): unknown[] {
  const value = raw[name] ?? [];
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'string') throw new RecordError(`${name} must be text or a list.`);
  if (value.startsWith('[')) return listOf({ [name]: fromJson(value, name) }, name);
  return value.split(name.includes('phone') ? /[,;|]\s*|\s+(?=\+)/ : /[,;|\s]+/).filter((one) => one !== '');
}

function fromJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordError(`${name} is not JSON.`);
  }
}
