export interface ComplexityErrors {
  max_length?: boolean;
  min_length?: boolean;
  require_special_char?: boolean;
  require_numbers?: boolean;
  require_uppercase?: boolean;
  require_lowercase?: boolean;
}
export interface ZxcvbnResult {
  feedback: { warning: string | null; suggestions: string[] };
  score: 0 | 1 | 2 | 3 | 4;
  password: string;
  guesses: number;
  guessesLog10: number;
  calcTime: number;
}
export type PasswordStrength =
  | { state: 'excellent'; result: ZxcvbnResult }
  | { state: 'pass'; keys: string[]; result: ZxcvbnResult }
  | { state: 'fail'; keys: string[]; result: ZxcvbnResult };
export interface PasswordValidation {
  complexity?: ComplexityErrors;
  strength?: PasswordStrength;
}
export interface ValidatePasswordCallbacks {
  onValidation?: (result: PasswordValidation) => void;
  onValidationComplexity?: (passes: boolean) => void;
}
