import type { Json } from '../../platform/database/tables.ts';
import { requireMetadata } from './check.ts';

/** Changes to metadata: at every depth a key set to `null` is removed. */
export type MetadataPatch = Json;

/**
 * Metadata with a patch merged in. The values are unchanged JSON: only objects merge, lists and
 * everything else replace what was there.
 *
 * @param param name of the parameter, for errors
 * @throws what {@link requireMetadata} throws, for the result
 */
export function mergeMetadata(param: string, existing: Json, patch: MetadataPatch): Json {
  return requireMetadata(param, merge(existing, patch));
}

function merge(existing: Json, patch: Json): Json {
  const merged = new Map(Object.entries(existing));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else if (isObject(value)) merged.set(key, merge(asObject(merged.get(key)), value));
    else merged.set(key, value);
  }
  // By way of entries, so that a key such as `__proto__` is a key like any other.
  return Object.fromEntries(merged);
}

function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
