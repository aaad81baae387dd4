import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useScope } from '../scope.ts';

/**
 * A form element. The browser's own validation bubbles are off: messages are ours and stand under their field. After a
 * failed submit the first field with an error gets the focus.
 */
export function FormElement(props: { onSubmit: () => unknown; errors?: object; children: ComponentChildren }) {
  const { cl } = useScope();
  const form = useRef<HTMLFormElement>(null);
  const wrong = Object.values(props.errors ?? {}).filter(Boolean).length;

  useEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);

  return (
    <form
      ref={form}
      class={cl('form')}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}
