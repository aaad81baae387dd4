import { apiError, type ApiError } from '@foyer/protocol/errors';

/** What is judged of a long password: the beginning alone must be strong enough. Longer ones would hold up everybody else. */
const JUDGED_CHARACTERS = 32;
/** Substitutions such as 4 for a that are tried; each more doubles the work. */
const L33T_SUBSTITUTIONS = 16;

/** What would make a password better, by zxcvbn's codes (data/error-codes: `zxcvbn.suggestions`), for clients without words of their own. */
const SUGGESTIONS: Readonly<Record<string, string>> = {
  allUppercase: 'Do not write everything in capitals.',
  anotherWord: 'Add another word that fewer people use.',
  associatedYears: 'Leave out years that have to do with you.',
  capitalization: 'Use capitals elsewhere than at the beginning.',
  dates: 'Leave out dates that have to do with you.',
  l33t: 'Signs in place of letters, such as @ for a, do not help.',
  longerKeyboardPattern: 'Use a longer pattern of keys, with more turns.',
  noNeed: 'Signs, digits and capitals are not needed: more words are better.',
  pwned: 'If you use this password elsewhere, change it there.',
  recentYears: 'Leave out years of our time.',
  repeated: 'Do not repeat words or characters.',
  reverseWords: 'Words spelled backwards do not help.',
  sequences: 'Leave out sequences such as abc or 678.',
  useWords: 'Use several words, but no common phrase.',
};

/** Loaded with the first password that is judged: the dictionaries take 70 MB and half a second. */
let estimator: ReturnType<typeof load> | undefined;

async function load() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: JUDGED_CHARACTERS,
    l33tMaxSubstitutions: L33T_SUBSTITUTIONS,
  });
}

/**
 * Refuses a password that zxcvbn finds too easy to guess.
 *
 * @param minimum lowest score that is accepted, from 0 (anything) to 4
 * @throws `form_password_not_strong_enough`, with what would make it better in `meta.zxcvbn`
 */
export async function checkStrength(minimum: number, password: string, param: string): Promise<void> {
  if (minimum === 0) return;
  estimator ??= load();
  const zxcvbn = await estimator;
  const { score, feedback } = zxcvbn.check(password);
  if (score < minimum) throw tooWeak(param, feedback.suggestions);
}

/** The refusal of a password that is too easy to guess, with zxcvbn's codes for what would make it better: clients translate those. */
export function tooWeak(param: string, codes: readonly string[]): ApiError {
  const suggestions = codes.map((code) => ({ code, message: SUGGESTIONS[code] ?? code }));
  return apiError('form_password_not_strong_enough', { param, meta: { zxcvbn: { suggestions } } });
}
