import { Icon } from '../controls/icon.tsx';
import { useScope } from '../scope.ts';
import type { FieldProps } from './field.tsx';
import { PasswordField } from './password-field.tsx';
import { passwordProblems } from './password-rules.ts';

/** A field for a new password: says, while one types, what the password still needs. */
export function NewPasswordField<Name extends string>(props: FieldProps<Name> & { autoFocus?: boolean }) {
  const { environment, text } = useScope();
  const password = props.form.values[props.name];
  const settings = environment.userSettings.passwordSettings;
  return (
    <PasswordField
      {...props}
      autoComplete="new-password"
      hint={password && <PasswordHint problems={passwordProblems(password, settings)} good={text('unstable__errors.zxcvbn.goodPassword')} />}
    />
  );
}

function PasswordHint({ problems, good }: { problems: ReturnType<typeof passwordProblems>; good: string }) {
  const { cl, text } = useScope();
  if (problems.length === 0) {
    return (
      <p class={`${cl('formFieldSuccessText', 'formFieldSuccessText__password')} f-feedback`}>
        <Icon name="check" />
        {good}
      </p>
    );
  }
  return (
    <p class={`${cl('formFieldInfoText', 'formFieldInfoText__password')} f-feedback`}>
      {passwordSentence(problems, text)}
    </p>
  );
}

/** “Your password needs at least 8 characters, a number.” */
export function passwordSentence(problems: ReturnType<typeof passwordProblems>, text: ReturnType<typeof useScope>['text']): string {
  const list = problems.map(({ rule, length }) => text(`unstable__errors.passwordComplexity.${rule}`, { length }));
  const joined = new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(list);
  return `${text('unstable__errors.passwordComplexity.sentencePrefix')} ${joined}.`;
}
