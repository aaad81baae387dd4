import type { TextValues } from './interpolate.ts';
import type { Translator } from './translator.ts';

/** The part of an API error that the interface shows. */
export interface ShownError {
  code: string;
  message: string;
  longMessage?: string | undefined;
  meta?: { paramName?: string | undefined; zxcvbn?: { suggestions: { code: string; message: string }[] } | undefined } | undefined;
}

/**
 * The API errors inside something that was thrown, or what the browser said about a passkey; undefined if it is
 * neither.
 */
export function apiErrorsOf(thrown: unknown): ShownError[] | undefined {
  if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('passkey_')) {
    return [{ code: String(thrown.code), message: thrown.message }];
  }
  if (typeof thrown !== 'object' || thrown === null || !('errors' in thrown) || !Array.isArray(thrown.errors)) return undefined;
  return thrown.errors as ShownError[];
}

/** True if an API error with this code was thrown. */
export const hasErrorCode = (thrown: unknown, ...codes: string[]) =>
  apiErrorsOf(thrown)?.some(error => codes.includes(error.code)) ?? false;

/**
 * The sentence to show for an API error: the app's or our text for `unstable__errors.<code>__<param>`, then for
 * `unstable__errors.<code>`, then what the server said. Weak passwords get the server's suggestions appended.
 *
 * @param values for the placeholders of texts such as `form_username_invalid_length`.
 */
export function errorText(error: ShownError, text: Translator, values?: TextValues): string {
  const sentence =
    text.find(`unstable__errors.${error.code}__${error.meta?.paramName}`, values) ??
    text.find(`unstable__errors.${error.code}`, values) ??
    (error.longMessage || error.message);
  const suggestions = (error.meta?.zxcvbn?.suggestions ?? []).map(
    suggestion => text.find(`unstable__errors.zxcvbn.suggestions.${suggestion.code}`) ?? suggestion.message,
  );
  return [sentence, ...suggestions].join(' ');
}
