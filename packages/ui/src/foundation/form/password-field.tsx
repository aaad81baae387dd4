import { useState } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { useScope } from '../scope.ts';
import { FieldFrame, inputAttributes, type FieldProps } from './field.tsx';

/** A password input with a button that shows what was typed. */
export function PasswordField<Name extends string>(
  props: FieldProps<Name> & {
    autoComplete: 'current-password' | 'new-password';
    autoFocus?: boolean;
    /** Not reached by the Tab key: the field is only there for password managers. */
    skipped?: boolean;
  },
) {
  const { cl, text } = useScope();
  const [shown, setShown] = useState(false);
  const error = Boolean(props.form.errors[props.name]);
  return (
    <FieldFrame {...props}>
      <div class={cl('formFieldInputGroup', { error })}>
        <input
          {...inputAttributes(props)}
          class={cl('input', 'formFieldInput', `formFieldInput__${props.name}`, { error })}
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          autoComplete={props.autoComplete}
          autoFocus={props.autoFocus}
          tabIndex={props.skipped ? -1 : undefined}
          autoCapitalize="none"
          spellcheck={false}
        />
        <button
          type="button"
          class={cl('formFieldInputShowPasswordButton')}
          aria-label={text(shown ? 'foyer.hidePassword' : 'foyer.showPassword')}
          aria-controls={`${props.name}-field`}
          aria-pressed={shown}
          tabIndex={props.skipped ? -1 : undefined}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eyeOff' : 'eye'} class={cl('formFieldInputShowPasswordIcon')} />
        </button>
      </div>
    </FieldFrame>
  );
}
