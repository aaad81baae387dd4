import { apiError, joinErrors, type ApiError } from '@foyer/protocol/errors';
import type { Settings } from '../../instances/settings/schema.ts';

/** The documented limit of every password, whatever the characters: what bcrypt can take in. */
export const MAX_BYTES = 72;
/** Printable ASCII that is neither letter nor digit nor space (OWASP's list). */
export const SPECIAL_CHARACTERS = '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~\\';

/**
 * Checks a new password against the instance's rules. Characters are Unicode code points (NIST SP
 * 800-63B §5.1.1.2).
 *
 * @param param name of the parameter, for errors
 * @throws all `form_password_*` errors that apply, together
 */
export function checkPasswordRules(settings: Settings, password: string, param = 'password'): void {
  checkPasswordSize(password, param);
  const rules = settings.password;
  const length = [...password].length;
  const errors: ApiError[] = [];
  if (length < rules.min_length) errors.push(apiError('form_password_length_too_short', { param, values: { min: rules.min_length } }));
  if (length > rules.max_length) errors.push(apiError('form_password_length_too_long', { param, values: { max: rules.max_length } }));
  if (rules.require_lowercase && !/\p{Ll}/u.test(password)) errors.push(apiError('form_password_no_lowercase', { param }));
  if (rules.require_uppercase && !/\p{Lu}/u.test(password)) errors.push(apiError('form_password_no_uppercase', { param }));
  if (rules.require_numbers && !/\d/.test(password)) errors.push(apiError('form_password_no_number', { param }));
  if (rules.require_special_char && ![...password].some((character) => SPECIAL_CHARACTERS.includes(character))) {
    errors.push(apiError('form_password_no_special_char', { param, values: { characters: SPECIAL_CHARACTERS } }));
  }
  if (errors.length > 0) throw joinErrors(errors);
}

/**
 * Checks what holds for every password, also where the rules are skipped.
 *
 * @throws `form_param_nil`, `form_password_size_in_bytes_exceeded`
 */
export function checkPasswordSize(password: string, param = 'password'): void {
  if (password === '') throw apiError('form_param_nil', { param });
  if (Buffer.byteLength(password) > MAX_BYTES) throw apiError('form_password_size_in_bytes_exceeded', { param, values: { max: MAX_BYTES } });
}
