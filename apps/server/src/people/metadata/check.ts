import { apiError } from '@foyer/protocol/errors';
import type { Json } from '../../platform/database/tables.ts';

/** Largest metadata of one kind, in bytes of JSON (guides/users/extending). */
const MAX_BYTES = 8 * 1024;
/** Deeper nesting is nobody's data, and would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 100;

/**
 * Checks that metadata can be stored and is not too large.
 *
 * @param param name of the parameter, for errors
 * @throws `form_param_exceeds_allowed_size`, `form_param_value_invalid`
 */
export function requireMetadata(param: string, metadata: Json): Json {
  requireStorable(param, metadata);
  if (Buffer.byteLength(JSON.stringify(metadata)) > MAX_BYTES) {
    throw apiError('form_param_exceeds_allowed_size', { param, longMessage: 'Metadata may take at most 8 KB. Make it smaller.' });
  }
  return metadata;
}

/** PostgreSQL's `jsonb` holds every JSON value but texts with a zero character or half a surrogate pair. */
function requireStorable(param: string, metadata: Json): void {
  const open: { value: unknown; depth: number }[] = [{ value: metadata, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (depth > MAX_DEPTH) throw apiError('form_param_exceeds_allowed_size', { param, longMessage: 'Metadata may be nested at most 100 levels deep.' });
    if (typeof value === 'string') requireText(param, value);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      requireText(param, key);
      open.push({ value: child, depth: depth + 1 });
    }
  }
}

function requireText(param: string, text: string): void {
  if (/\0|\p{Surrogate}/u.test(text)) {
    throw apiError('form_param_value_invalid', { param, longMessage: 'Metadata holds a text that is not valid Unicode.' });
  }
}
