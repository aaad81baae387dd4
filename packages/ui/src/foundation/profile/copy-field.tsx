import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { useScope } from '../scope.ts';

/** How long a copy button says that it has copied, in ms. */
const praiseMs = 2000;

/** Copies a value, and says so for a moment. */
function useCopy(value: string) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), praiseMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => navigator.clipboard.writeText(value).then(() => setCopied(true), (error: unknown) => console.error(error));
  return { copied, copy };
}

/** A button that copies a value. */
export function CopyButton({ value, label, copiedLabel }: { value: string; label: string; copiedLabel: string }) {
  const { copied, copy } = useCopy(value);
  return (
    <Button element="button__copy" look="outlined" onClick={copy}>
      {copied && <Icon name="check" />}
      <span aria-live="polite">{copied ? copiedLabel : label}</span>
    </Button>
  );
}

/** A value to read or copy, never to change; in as many lines as it takes. */
export function CopyField({ name, label, value }: { name: string; label: string; value: string }) {
  const { cl, text } = useScope();
  const { copied, copy } = useCopy(value);
  return (
    <div class={cl('formField', `formField__${name}`)}>
      <label class={cl('formFieldLabel', `formFieldLabel__${name}`)} for={`${name}-field`}>
        {label}
      </label>
      <div class={cl('formFieldInputGroup')}>
        <textarea
          id={`${name}-field`}
          class={cl('input', 'formFieldInput', `formFieldInput__${name}`)}
          rows={1}
          value={value}
          dir="ltr"
          spellcheck={false}
          readOnly
          onFocus={event => event.currentTarget.select()}
        />
        <button type="button" class={cl('formFieldInputCopyToClipboardButton')} aria-label={`${text('foyer.copy')}: ${label}`} onClick={copy}>
          <Icon name={copied ? 'check' : 'copy'} class={cl('formFieldInputCopyToClipboardIcon')} />
        </button>
        <span class="f-sr" aria-live="polite">
          {copied ? text('foyer.copied') : ''}
        </span>
      </div>
    </div>
  );
}
