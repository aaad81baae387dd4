import type { ComponentChildren } from 'preact';
import { useScope } from '../scope.ts';
import { Icon } from '../controls/icon.tsx';

/** The message under a field. The live region stays in place; what appears in it is announced. */
export function Feedback({ name, error, hint }: { name: string; error: string | undefined; hint?: ComponentChildren }) {
  const { cl } = useScope();
  return (
    <div id={`${name}-feedback`} aria-live="polite" class={error || hint ? undefined : 'f-sr'}>
      {error ? (
        <p class={`${cl('formFieldErrorText', `formFieldErrorText__${name}`)} f-feedback`}>
          <Icon name="alert" />
          {error}
        </p>
      ) : (
        hint
      )}
    </div>
  );
}
