import { useCallback, useRef, useState } from 'preact/hooks';
import { apiErrorsOf, errorText, hasErrorCode, type ShownError } from '../localization/errors.ts';
import { useScope } from '../scope.ts';

/** A form's fields, what is wrong with them, and whether it is being sent. */
export interface Form<Field extends string = string> {
  values: Record<Field, string>;
  /** Error text of a field. */
  errors: Partial<Record<Field, string>>;
  /** Error text about the whole form. */
  error: string | undefined;
  busy: boolean;
  set(field: Field, value: string): void;
  /** Empties a field and leaves its error standing. */
  clear(field: Field): void;
  setError(field: Field, message: string | undefined): void;
  /** Shows what was thrown: under the field it names, else for the whole form. */
  fail(thrown: unknown): void;
  /**
   * Runs an action as this form's: busy meanwhile, previous errors cleared, thrown ones shown.
   * Answers false when it failed, or when another run is still under way. Where the server first wants to know that it
   * is still the same person, they are asked, and the action is run once more.
   */
  run(action: () => Promise<unknown>): Promise<boolean>;
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Splits API errors into those that belong under a field and the first of the rest. */
export function assignErrors<Field extends string>(
  errors: readonly ShownError[],
  fields: readonly Field[],
  textOf: (error: ShownError) => string,
): { fields: Partial<Record<Field, string>>; form: string | undefined } {
  const assigned: Partial<Record<Field, string>> = {};
  let form: string | undefined;
  for (const error of errors) {
    const name = error.meta?.paramName ?? '';
    const field = fields.find(field => field === name || field === camel(name));
    if (field) assigned[field] ??= textOf(error);
    else form ??= textOf(error);
  }
  return { fields: assigned, form };
}

/** @param initial the fields with their first values. */
export function useForm<Field extends string>(initial: Record<Field, string>): Form<Field> {
  const scope = useScope();
  const { text, environment } = scope;
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const [error, setFormError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const setError = useCallback((field: Field, message: string | undefined) => {
    setErrors(previous => (previous[field] === message ? previous : { ...previous, [field]: message }));
  }, []);

  const set = (field: Field, value: string) => {
    setValues(previous => ({ ...previous, [field]: value }));
    setError(field, undefined);
  };

  const clear = (field: Field) => setValues(previous => ({ ...previous, [field]: '' }));

  const fail = (thrown: unknown) => {
    const apiErrors = apiErrorsOf(thrown);
    if (!apiErrors) {
      console.error(thrown);
      setFormError(text('foyer.unexpectedError'));
      return;
    }
    const assigned = assignErrors(apiErrors, Object.keys(values) as Field[], found =>
      errorText(found, text, environment.userSettings.usernameSettings),
    );
    setErrors(assigned.fields);
    setFormError(assigned.form);
  };

  const run = async (action: () => Promise<unknown>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setErrors({});
    setFormError(undefined);
    try {
      await action().catch(async (thrown: unknown) => {
        if (!hasErrorCode(thrown, 'session_reverification_required')) throw thrown;
        await (await import('../flow/reverify.ts')).reverify(scope);
        await action();
      });
      return true;
    } catch (thrown) {
      fail(thrown);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return { values, errors, error, busy, set, clear, setError, fail, run };
}
