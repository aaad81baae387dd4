import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { useScope } from '../scope.ts';
import { keepInView } from './keep-in-view.ts';

/**
 * A modal on the platform's `<dialog>`: top layer, focus kept inside and given back, Escape. A press that starts on the
 * backdrop closes it too (one that starts inside and is released outside, as when selecting text, does not).
 */
export function Modal(props: { class: string; style: Record<string, string>; lang: string | undefined; children: ComponentChildren }) {
  const { cl, close, text } = useScope();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return undefined;
    element.showModal();
    (element.querySelector<HTMLElement>('input:not([tabindex="-1"])') ?? element.querySelector<HTMLElement>('h1'))?.focus();
    return keepInView(element);
  }, []);

  // The dialog goes by the name of the step it shows.
  useEffect(() => {
    const title = dialog.current?.querySelector('h1')?.textContent;
    if (title) dialog.current?.setAttribute('aria-label', title);
  });

  return (
    <dialog
      ref={dialog}
      class={`${props.class} ${cl('modalBackdrop')}`}
      style={props.style}
      lang={props.lang}
      onCancel={event => {
        event.preventDefault();
        close();
      }}
      onPointerDown={event => {
        if (event.target === dialog.current) close();
      }}
    >
      <div class={cl('modalContent')}>
        {props.children}
        <button type="button" class={cl('button', 'modalCloseButton')} aria-label={text('foyer.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  );
}
