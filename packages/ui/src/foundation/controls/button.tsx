import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import type { ElementName } from '../appearance/element-keys.ts';
import { useScope } from '../scope.ts';

export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'class' | 'className' | 'type' | 'disabled' | 'children'> {
  element: ElementName;
  look?: 'filled' | 'outlined' | 'bare' | 'danger';
  wide?: boolean;
  /** Shows a spinner in place of the label, keeps the width, and ignores presses. */
  loading?: boolean | undefined;
  disabled?: boolean | undefined;
  type?: 'button' | 'submit';
  children: ComponentChildren;
}

const looks = { filled: 'f-filled', outlined: 'f-outlined', bare: 'f-bare', danger: 'f-filled f-danger' };

/** Every push button: one shape, four looks, and a loading state that does not move anything. */
export function Button({ element, look = 'filled', wide, loading, disabled, type = 'button', children, ...rest }: ButtonProps) {
  const { cl } = useScope();
  return (
    <button
      {...rest}
      type={type}
      class={`${cl('button', element, { loading })} ${looks[look]}${wide ? ' f-wide' : ''}`}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
    >
      <span class="f-buttonLabel">{children}</span>
      {loading && <Spinner />}
    </button>
  );
}

export function Spinner() {
  const { cl } = useScope();
  return <span class={cl('spinner')} aria-hidden="true" />;
}
