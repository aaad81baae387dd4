import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';

const NAME_MAX = 256;
const EXTERNAL_ID_MAX = 256;
const LOCALE_MAX = 35;
/** What the database's integers hold. */
const MAX_LIMIT = 2 ** 31 - 1;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;

/**
 * A text that may be removed: nothing but spaces counts as nothing.
 *
 * @param max most characters
 * @throws `form_param_max_length_exceeded`
 */
export function checkText(param: string, text: string | null, max: number): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > max) throw apiError('form_param_max_length_exceeded', { param, values: { max } });
  return trimmed === '' ? null : trimmed;
}

/** A first or last name. */
export function checkName(param: 'first_name' | 'last_name', name: string | null): string | null {
  return checkText(param, name, NAME_MAX);
}

/** The id that a user has in another system. */
export function checkExternalId(id: string | null): string | null {
  return checkText('external_id', id, EXTERNAL_ID_MAX);
}

/** @throws `form_param_format_invalid` for what is no language tag (BCP 47) */
export function checkLocale(locale: string | null): string | null {
  const tag = checkText('locale', locale, LOCALE_MAX);
  if (tag === null) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (cause) {
    throw apiError('form_param_format_invalid', { param: 'locale', longMessage: 'A locale is a language tag, such as en-US.', cause });
  }
}

/**
 * A moment in RFC 3339 form that has passed.
 *
 * @throws `form_param_invalid_time`, `form_disallow_future_date`
 */
export function checkPastTime(ctx: Context, param: string, text: string): Date {
  const time = new Date(text);
  if (!RFC_3339.test(text) || Number.isNaN(time.getTime())) throw apiError('form_param_invalid_time', { param });
  if (time > now(ctx)) throw apiError('form_disallow_future_date', { param });
  return time;
}

/**
 * How many organizations a user may create.
 *
 * @throws `form_param_value_invalid` for what is no count
 */
export function checkLimit(limit: number | null): number | null {
  if (limit !== null && (limit < 0 || limit > MAX_LIMIT)) throw apiError('form_param_value_invalid', { param: 'create_organizations_limit' });
  return limit;
}
