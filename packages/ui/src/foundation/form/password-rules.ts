/** The instance's password settings, as far as a browser can check them. */
export interface PasswordRules {
  min_length: number;
  max_length: number;
  require_lowercase: boolean;
  require_uppercase: boolean;
  require_numbers: boolean;
  require_special_char: boolean;
  allowed_special_characters: string;
}

export interface PasswordProblem {
  rule: 'minimumLength' | 'maximumLength' | 'requireLowercase' | 'requireUppercase' | 'requireNumbers' | 'requireSpecialCharacter';
  length?: number;
}

/** What a new password still violates, most basic first. Lengths in characters; limits of 0 mean the platform's 8 and 72. */
export function passwordProblems(password: string, rules: PasswordRules): PasswordProblem[] {
  const minimum = Math.max(rules.min_length, 8);
  const maximum = Math.min(rules.max_length || 72, 72);
  const special = rules.allowed_special_characters;
  const hasSpecial = special ? [...password].some(character => special.includes(character)) : /[^\p{L}\p{N}\s]/u.test(password);
  const problems: (PasswordProblem | false)[] = [
    password.length < minimum && { rule: 'minimumLength', length: minimum },
    password.length > maximum && { rule: 'maximumLength', length: maximum },
    rules.require_lowercase && !/\p{Ll}/u.test(password) && { rule: 'requireLowercase' },
    rules.require_uppercase && !/\p{Lu}/u.test(password) && { rule: 'requireUppercase' },
    rules.require_numbers && !/\p{Nd}/u.test(password) && { rule: 'requireNumbers' },
    rules.require_special_char && !hasSpecial && { rule: 'requireSpecialCharacter' },
  ];
  return problems.filter(problem => Boolean(problem)) as PasswordProblem[];
}
