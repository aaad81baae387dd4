import { apiError } from '@foyer/protocol/errors';
import { randomBytes } from 'node:crypto';
import type { Context } from '../../platform/context.ts';

const MAX_LENGTH = 128;
const SLUG = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;
/** Bytes of randomness behind a slug whose plain form is taken. */
const SUFFIX_BYTES = 4;

/**
 * A slug that someone chose: lowercase letters, digits and dashes.
 *
 * @throws `form_param_value_disabled` where organizations have no slugs to choose, `form_param_max_length_exceeded`,
 *   `form_param_format_invalid`
 */
export function checkSlug({ instance }: Context, slug: string): string {
  if (instance.settings.organizations.slug_disabled) {
    throw apiError('form_param_value_disabled', { param: 'slug', longMessage: 'Slugs of organizations are turned off for this instance. Leave the slug out.' });
  }
  if (slug.length > MAX_LENGTH) throw apiError('form_param_max_length_exceeded', { param: 'slug', values: { max: MAX_LENGTH } });
  if (!SLUG.test(slug)) throw apiError('form_param_format_invalid', { param: 'slug', longMessage: 'A slug may have lowercase letters, digits and dashes between them.' });
  return slug;
}

/** A slug that says the name, for organizations that were given none. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, 64).replace(/-$/, '') ?? 'organization';
}

/** Another slug for the same name, when the plain one is taken. */
export function slugWithSuffix(slug: string): string {
  return `${slug}-${randomBytes(SUFFIX_BYTES).toString('hex')}`;
}
