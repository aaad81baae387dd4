import { ApiError } from '@foyer/protocol/errors';
import { RecordError } from './record.ts';

/**
 * Why a record is refused, for people.
 *
 * @throws what is no refusal but a fault
 */
export function rejectionOf(error: unknown): string {
  if (error instanceof RecordError) return error.message;
  if (!(error instanceof ApiError)) throw error;
  return error.errors.map(({ long_message: message, meta }) => (meta?.param_name ? `${meta.param_name}: ${message}` : message)).join(' ');
}
