import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { Alert } from '../controls/alert.tsx';
import { Button } from '../controls/button.tsx';
import { FormElement } from '../form/form.tsx';
import { useForm, type Form } from '../form/use-form.ts';
import { activeElementAt } from '../overlay/focus.ts';
import { useScope } from '../scope.ts';

/** The heading level of action cards: below a section's of a profile, unless they stand elsewhere. */
export const HeadingLevel = createContext<2 | 4>(4);

/** A form that opens in place within a section. It takes the focus, and gives it back when it closes. */
export function ActionCard({ title, subtitle, children }: { title: string; subtitle?: ComponentChildren; children: ComponentChildren }) {
  const { cl } = useScope();
  const card = useRef<HTMLDivElement>(null);
  const Heading = `h${useContext(HeadingLevel)}` as const;

  useEffect(() => {
    if (!card.current) return undefined;
    const opener = activeElementAt(card.current);
    const within = card.current.querySelector<HTMLElement>('input:not([type=file])') ?? card.current.querySelector<HTMLElement>(Heading);
    if (!card.current.contains(opener)) within?.focus({ preventScroll: true });
    card.current.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    return () => {
      if (opener?.isConnected) opener.focus();
    };
  }, []);

  return (
    <div ref={card} class={cl('actionCard')}>
      <div class={cl('formHeader')}>
        <Heading class={cl('formHeaderTitle')} tabIndex={-1}>
          {title}
        </Heading>
        {subtitle && <p class={cl('formHeaderSubtitle')}>{subtitle}</p>}
      </div>
      {children}
    </div>
  );
}

/** An action card's form with its buttons. */
export function ActionForm<Field extends string>({ form, submitLabel, danger, onSubmit, onCancel, disabled, children }: {
  form: Form<Field>;
  submitLabel: string;
  danger?: boolean;
  disabled?: boolean;
  onSubmit: () => unknown;
  onCancel: () => void;
  children?: ComponentChildren;
}) {
  const { text } = useScope();
  return (
    <>
      <Alert>{form.error}</Alert>
      <FormElement onSubmit={onSubmit} errors={form.errors}>
        {children}
        <div class="f-formButtons">
          <Button element="formButtonPrimary" look={danger ? 'danger' : 'filled'} type="submit" loading={form.busy} disabled={disabled}>
            {submitLabel}
          </Button>
          <Button element="formButtonReset" look="bare" onClick={onCancel}>
            {text('userProfile.formButtonReset')}
          </Button>
        </div>
      </FormElement>
    </>
  );
}

/** Asks before something is removed. */
export function RemoveCard({ title, lines, remove, onDone }: {
  title: string;
  lines: readonly string[];
  remove: () => Promise<unknown>;
  onDone: () => void;
}) {
  const { text } = useScope();
  const form = useForm({});
  const submit = async () => {
    if (await form.run(remove)) onDone();
  };
  return (
    <ActionCard title={title} subtitle={lines.join(' ')}>
      <ActionForm form={form} danger submitLabel={text('userProfile.formButtonPrimary__remove')} onSubmit={submit} onCancel={onDone} />
    </ActionCard>
  );
}
