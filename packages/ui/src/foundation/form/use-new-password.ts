import { useScope } from '../scope.ts';
import { passwordSentence } from './new-password-field.tsx';
import { passwordProblems } from './password-rules.ts';
import type { Form } from './use-form.ts';

/** Checks a new password and its repetition before they are sent; says under the fields what is wrong. */
export function useNewPassword(form: Form<'newPassword' | 'confirmPassword' | string>): () => boolean {
  const { environment, text } = useScope();
  return () => {
    const { newPassword = '', confirmPassword } = form.values;
    const problems = passwordProblems(newPassword, environment.userSettings.passwordSettings);
    if (problems.length > 0) form.setError('newPassword', passwordSentence(problems, text));
    else if (newPassword !== confirmPassword) form.setError('confirmPassword', text('formFieldError__notMatchingPasswords'));
    else return true;
    return false;
  };
}
