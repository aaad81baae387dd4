import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { LastUsed } from '../controls/last-used.tsx';
import { useScope } from '../scope.ts';
import { Feedback } from './feedback.tsx';
import type { Form } from './use-form.ts';

export interface FieldProps<Name extends string = string> {
  form: Form<Name>;
  /** Documented field id: gives the input its name, its DOM id `<name>-field` and its element variants. */
  name: Name;
  label: string;
  optional?: boolean | undefined;
  placeholder?: string | undefined;
  /** A link or button opposite the label. */
  action?: ComponentChildren;
  /** Marks what this browser signed in with last. */
  lastUsed?: boolean | undefined;
  /** A message under the field while there is no error. */
  hint?: ComponentChildren;
}

/** The attributes that tie an input to its label and messages. */
export function inputAttributes<Name extends string>({ form, name, placeholder, optional, hint }: FieldProps<Name>) {
  const error = form.errors[name];
  return {
    id: `${name}-field`,
    name,
    value: form.values[name],
    placeholder: placeholder || undefined,
    // What is typed while an answer is awaited would be lost with the step.
    readOnly: form.busy,
    // Enter sends the form from any of its fields.
    enterKeyHint: 'go' as const,
    'aria-invalid': Boolean(error),
    'aria-describedby': error || hint ? `${name}-feedback` : undefined,
    'aria-required': optional ? undefined : true,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => form.set(name, event.currentTarget.value),
  };
}

/** A labelled field around an input, with its error or hint under it. */
export function FieldFrame<Name extends string>(props: FieldProps<Name> & { children: ComponentChildren }) {
  const { cl, text } = useScope();
  const { name, optional, action, hint } = props;
  const error = props.form.errors[name];
  return (
    <div class={cl('formField', `formField__${name}`, { error: Boolean(error) })}>
      <div class={cl('formFieldLabelRow', `formFieldLabelRow__${name}`)}>
        <label class={cl('formFieldLabel', `formFieldLabel__${name}`, { required: !optional })} for={`${name}-field`}>
          {props.label}
          {props.lastUsed && <LastUsed />}
        </label>
        {optional && !action && (
          <span class={cl('formFieldHintText', `formFieldHintText__${name}`)}>{text('formFieldHintText__optional')}</span>
        )}
        {action}
      </div>
      {props.children}
      <Feedback name={name} error={error} hint={hint} />
    </div>
  );
}

/** A one-line text field. */
export function TextField<Name extends string>(
  props: FieldProps<Name> & {
    type?: 'text' | 'email' | 'tel' | 'search';
    autoComplete?: string;
    autoFocus?: boolean | undefined;
    inputMode?: 'email' | 'tel' | 'text' | 'numeric';
    maxLength?: number;
    readOnly?: boolean;
  },
) {
  const { cl } = useScope();
  const { type = 'text', autoComplete, autoFocus, inputMode, maxLength, readOnly } = props;
  const isName = type === 'email' || autoComplete?.includes('username');
  return (
    <FieldFrame {...props}>
      <input
        {...inputAttributes(props)}
        class={cl('input', 'formFieldInput', `formFieldInput__${props.name}`, { error: Boolean(props.form.errors[props.name]) })}
        // Preact's types know inputs by one literal type each; the four here take the same attributes.
        {...({ type } as { type: 'text' })}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        readOnly={readOnly || props.form.busy}
        autoFocus={autoFocus}
        autoCapitalize={isName ? 'none' : undefined}
        spellcheck={isName ? false : undefined}
      />
    </FieldFrame>
  );
}
