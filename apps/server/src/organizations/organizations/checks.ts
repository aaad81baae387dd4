import { apiError } from '@foyer/protocol/errors';

const NAME_MAX = 256;
/** What the database's integers hold. */
const MAX_LIMIT = 2 ** 31 - 1;
/** Names stand in emails and pages: nothing in them may become a link or a tag there. */
const URL_OR_HTML = /https?:|www\.|:\/\/|<[^>]*>/i;

/**
 * The name of an organization: no URLs, no HTML.
 *
 * @throws `form_param_missing`, `form_param_max_length_exceeded`, `form_param_value_invalid`
 */
export function checkName(text: string | null | undefined): string {
  const name = text?.trim() ?? '';
  if (name === '') throw apiError('form_param_missing', { param: 'name' });
  if (name.length > NAME_MAX) throw apiError('form_param_max_length_exceeded', { param: 'name', values: { max: NAME_MAX } });
  if (URL_OR_HTML.test(name)) throw apiError('form_param_value_invalid', { param: 'name', longMessage: 'The name may not hold addresses or HTML. Choose a plain name.' });
  return name;
}

/**
 * How many members an organization may have; 0 means any number.
 *
 * @throws `form_param_value_invalid` for what is no count
 */
export function checkMembershipLimit(limit: number): number {
  if (limit < 0 || limit > MAX_LIMIT) throw apiError('form_param_value_invalid', { param: 'max_allowed_memberships' });
  return limit;
}
