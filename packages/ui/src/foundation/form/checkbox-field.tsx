import type { ComponentChildren } from 'preact';
import { useScope } from '../scope.ts';
import { Feedback } from './feedback.tsx';
import type { Form } from './use-form.ts';

/** A checkbox. Its value in the form is `'true'` or `''`. */
export function CheckboxField<Name extends string>({ form, name, label, description }: {
  form: Form<Name>;
  name: Name;
  label: ComponentChildren;
  description?: string | undefined;
}) {
  const { cl } = useScope();
  const error = form.errors[name];
  return (
    <div class={cl('formField', `formField__${name}`)}>
      <div class="f-check">
        <input
          id={`${name}-field`}
          name={name}
          type="checkbox"
          class={cl('checkbox', 'formFieldCheckboxInput', `formFieldCheckboxInput__${name}`)}
          checked={form.values[name] === 'true'}
          aria-invalid={Boolean(error)}
          aria-describedby={error || description ? `${name}-feedback` : undefined}
          onChange={event => form.set(name, event.currentTarget.checked ? 'true' : '')}
        />
        <label for={`${name}-field`} class={cl('formFieldCheckboxLabel', `formFieldCheckboxLabel__${name}`)}>
          {label}
        </label>
      </div>
      <Feedback name={name} error={error} hint={description && <p class="f-feedback">{description}</p>} />
    </div>
  );
}
