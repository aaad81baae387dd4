import { apiError } from '@foyer/protocol/errors';

/** What is judged of a long password: the beginning alone must be strong enough. Longer ones would hold up everybody else. */
const JUDGED_CHARACTERS = 32;
/** Substitutions such as 4 for a that are tried; each more doubles the work. */
const L33T_SUBSTITUTIONS = 16;

/** Loaded with the first password that is judged: the dictionaries take 70 MB and half a second. */
let estimator: ReturnType<typeof load> | undefined;

async function load() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: JUDGED_CHARACTERS,
    l33tMaxSubstitutions: L33T_SUBSTITUTIONS,
  });
  return { zxcvbn, suggestions: english.translations.suggestions as Readonly<Record<string, string>> };
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
  const { zxcvbn, suggestions } = await estimator;
  const { score, feedback } = zxcvbn.check(password);
  if (score >= minimum) return;
  // Without texts of its own zxcvbn suggests by code, which is what clients translate.
  const better = feedback.suggestions.map((code) => ({ code, message: suggestions[code] ?? code }));
  throw apiError('form_password_not_strong_enough', { param, meta: { zxcvbn: { suggestions: better } } });
}
