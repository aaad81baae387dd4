import { toSnakeCase } from './case.ts';

/** Parameters of a call as JavaScript spells them; `undefined` ones are not sent. */
export type Params = Readonly<Record<string, unknown>>;

/**
 * Encodes the body of a mutation as `application/x-www-form-urlencoded`: names in snake_case, an array as
 * a repeated name, an object as JSON text, `null` as empty text.
 *
 * The Frontend API takes forms rather than JSON because a form post is a "simple" request, which browsers
 * send to another origin without asking first (a CORS preflight).
 */
export function encodeForm(params: Params): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const entry of values) form.append(toSnakeCase(name), toText(entry));
  }
  return form;
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
