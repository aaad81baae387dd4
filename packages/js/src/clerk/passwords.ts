import type { PasswordSettingsData } from '../types/environment.ts';
import type { ComplexityErrors, ValidatePasswordCallbacks } from '../types/passwords.ts';

const SPECIAL = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * Judges a password by the rules of the instance: length and kinds of characters. How easily it could be guessed
 * is for the server to say, which refuses a weak one with suggestions.
 */
export function validatePassword(password: string, settings: PasswordSettingsData, callbacks: ValidatePasswordCallbacks = {}): void {
  const complexity = complexityErrors(password, settings);
  callbacks.onValidation?.({ complexity });
  callbacks.onValidationComplexity?.(Object.keys(complexity).length === 0);
}

function complexityErrors(password: string, settings: PasswordSettingsData): ComplexityErrors {
  const special = settings.allowed_special_characters || SPECIAL;
  const broken: Record<keyof ComplexityErrors, boolean> = {
    min_length: password.length < settings.min_length,
    max_length: password.length > settings.max_length,
    require_numbers: settings.require_numbers && !/\d/.test(password),
    require_lowercase: settings.require_lowercase && !/\p{Ll}/u.test(password),
    require_uppercase: settings.require_uppercase && !/\p{Lu}/u.test(password),
    require_special_char: settings.require_special_char && ![...password].some((character) => special.includes(character)),
  };
  return Object.fromEntries(Object.entries(broken).filter(([, isBroken]) => isBroken));
}
