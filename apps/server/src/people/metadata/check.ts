import { apiError } from '@foyer/protocol/errors';
import type { Json } from '../../platform/database/tables.ts';

/** Largest metadata of one kind, in bytes of JSON (guides/users/extending). */
const MAX_BYTES = 8 * 1024;

/**
 * Checks that metadata is not too large. That its texts can be stored is seen to where requests arrive.
 *
 * @param param name of the parameter, for errors
 * @throws `form_param_exceeds_allowed_size`
 */
export function requireMetadata(param: string, metadata: Json): Json {
  if (Buffer.byteLength(JSON.stringify(metadata)) > MAX_BYTES) {
    throw apiError('form_param_exceeds_allowed_size', { param, longMessage: 'Metadata may take at most 8 KB. Make it smaller.' });
  }
  return metadata;
}
