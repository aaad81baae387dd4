import { apiError } from '@foyer/protocol/errors';

/** How a list is to be sorted. */
export interface Order<Field extends string> {
  field: Field;
  descending: boolean;
}

/**
 * Reads an `order_by` parameter: a field with `-` (descending) or `+` before it; without either, ascending.
 *
 * @throws ApiError `form_param_value_invalid` that names the fields there are
 */
export function readOrder<const Field extends string>(text: string, fields: readonly Field[]): Order<Field> {
  // A "+" that was not escaped arrives as a space.
  const [, sign, name] = /^([-+ ]?)(\w+)$/.exec(text) ?? [];
  const field = fields.find((known) => known === name);
  if (!field) throw apiError('form_param_value_invalid', { param: 'order_by', longMessage: `This list can be ordered by ${fields.join(', ')}.` });
  return { field, descending: sign === '-' };
}
