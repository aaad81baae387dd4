/**
 * Forms. Browser SDKs send `application/x-www-form-urlencoded`: every value is a text, lists are repeated keys, objects
 * are JSON text and `null` is the empty text. This brings a form into the shape its schema speaks of; booleans and
 * numbers are left to the validator's coercion.
 */
import type { TObject } from 'typebox';

export type FormValues = Record<string, unknown>;

interface PropertySchema {
  type?: string | readonly string[];
  anyOf?: readonly PropertySchema[];
}

/**
 * Reads a form by the schema of its parameters. Unknown parameters and values that do not fit are left as they are,
 * for the validator to complain about.
 */
export function decodeForm(schema: TObject, form: FormValues): FormValues {
  const types = typesByName(schema);
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => {
      const accepted = types.get(name);
      return [name, accepted ? decodeValue(accepted, value) : value];
    }),
  );
}

/** What the parameters of a schema may be, found out once. */
const known = new WeakMap<TObject, Map<string, ReadonlySet<string>>>();

function typesByName(schema: TObject): Map<string, ReadonlySet<string>> {
  let types = known.get(schema);
  if (!types) {
    types = new Map(Object.entries(schema.properties as Record<string, PropertySchema>).map(([name, property]) => [name, typesOf(property)]));
    known.set(schema, types);
  }
  return types;
}

function decodeValue(types: ReadonlySet<string>, value: unknown): unknown {
  if (value === '' && types.has('null')) return null;
  if (types.has('array')) return Array.isArray(value) || value === null ? value : [value];
  if (types.has('object') && typeof value === 'string') return parsedOr(value);
  return value;
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function typesOf(schema: PropertySchema): ReadonlySet<string> {
  const own = schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type;
  return new Set([...own, ...(schema.anyOf ?? []).flatMap((variant) => [...typesOf(variant)])]);
}
