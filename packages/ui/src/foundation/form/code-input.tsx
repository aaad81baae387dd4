import { useEffect, useRef, useState } from 'preact/hooks';
import { useScope } from '../scope.ts';

const length = 6;
const digitsOf = (text: string) => text.replace(/\D/g, '').slice(0, length);

/**
 * A six-digit code: one real input (paste, autofill of one-time codes and screen readers see a single field) drawn as
 * six cells. Calls `onComplete` once for each complete code.
 */
export function CodeInput(props: {
  value: string;
  label: string;
  error: boolean;
  disabled: boolean;
  describedBy?: string | undefined;
  onChange: (code: string) => void;
  onComplete: (code: string) => void;
}) {
  const { cl } = useScope();
  const input = useRef<HTMLInputElement>(null);
  const [cursor, setCursor] = useState(0);

  // After a wrong code the field is empty and usable again: the focus was lost while it was disabled.
  useEffect(() => {
    if (!props.disabled) input.current?.focus();
  }, [props.disabled]);

  const track = () => setCursor(Math.min(input.current?.selectionStart ?? 0, length - 1));

  return (
    <div class={cl('otpCodeFieldInputs', { error: props.error })}>
      <input
        ref={input}
        class={cl('otpCodeFieldInput')}
        name="code"
        type="text"
        inputMode="numeric"
        enterKeyHint="go"
        autoComplete="one-time-code"
        pattern="[0-9]*"
        maxLength={length}
        aria-label={props.label}
        aria-invalid={props.error}
        aria-describedby={props.describedBy}
        aria-required
        data-lpignore="true"
        data-1p-ignore="true"
        disabled={props.disabled}
        value={props.value}
        onInput={event => {
          const code = digitsOf(event.currentTarget.value);
          event.currentTarget.value = code;
          props.onChange(code);
          track();
          if (code.length === length && code !== props.value) props.onComplete(code);
        }}
        onPaste={event => {
          // Browsers cut the pasted text at maxlength before separators can be dropped.
          const code = digitsOf(event.clipboardData?.getData('text') ?? '');
          if (!code) return;
          event.preventDefault();
          props.onChange(code);
          if (code.length === length) props.onComplete(code);
        }}
        onSelect={track}
        onKeyUp={track}
      />
      {Array.from({ length }, (_, index) => (
        <div
          key={index}
          class={cl('otpCodeFieldInputContainer')}
          data-cursor={index === Math.min(cursor, props.value.length) || undefined}
          aria-hidden="true"
        >
          {props.value[index]}
        </div>
      ))}
    </div>
  );
}
