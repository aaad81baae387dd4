import { autoUpdate, computePosition, flip, offset, shift, size, type Placement } from '@floating-ui/dom';
import type { ButtonHTMLAttributes, ComponentChildren, JSX, RefObject, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { activeElementAt } from './focus.ts';

/** What a popover's trigger button must carry. */
export type TriggerProps = Pick<ButtonHTMLAttributes, 'onClick' | 'aria-expanded' | 'aria-haspopup' | 'aria-controls'> & {
  ref: RefObject<HTMLButtonElement | null>;
};

/**
 * A panel beside its trigger, on the platform's popover: top layer, closed by Escape or a press outside. It stays in
 * the component's own tree, so styles and shadow roots hold. Arrow keys move between its buttons and links.
 */
export function Popover({ trigger, class: className, label, role, placement = 'bottom-end', startOpen, onToggle, children }: {
  trigger: (props: TriggerProps, open: boolean) => JSX.Element;
  class: string;
  label: string;
  role: 'dialog' | 'menu';
  placement?: Placement;
  startOpen?: boolean | undefined;
  onToggle?: (open: boolean) => void;
  children: (close: () => void) => ComponentChildren;
}) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const close = () => panel.current?.hidePopover();
  const toggle = () => panel.current?.togglePopover();

  useEffect(() => {
    if (startOpen) panel.current?.showPopover();
  }, []);

  useEffect(() => {
    const [from, to] = [anchor.current, panel.current];
    if (!open || !from || !to) return undefined;
    const stop = autoUpdate(from, to, async () => {
      const { x, y } = await computePosition(from, to, {
        strategy: 'fixed',
        placement, // its start and end follow the writing direction
        middleware: [
          offset(6),
          flip({ padding: 8 }),
          shift({ padding: 8 }),
          size({ padding: 8, apply: ({ availableHeight }) => to.style.setProperty('max-height', `${availableHeight}px`) }),
        ],
      });
      to.style.setProperty('inset', `${y}px auto auto ${x}px`);
      if (to.classList.contains('f-placed')) return;
      // Seen, and pressed, only where it stays.
      to.classList.add('f-placed');
      to.querySelector<HTMLElement>(items)?.focus({ preventScroll: true });
    });
    return () => {
      stop();
      to.classList.remove('f-placed');
    };
  }, [open]);

  return (
    <>
      {trigger({ ref: anchor, onClick: toggle, 'aria-expanded': open, 'aria-haspopup': role, 'aria-controls': id }, open)}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        class={`${className} f-popover`}
        onToggle={event => {
          const next = (event as unknown as ToggleEvent).newState === 'open';
          setOpen(next);
          onToggle?.(next);
        }}
        onKeyDown={moveFocus}
      >
        {open && children(close)}
      </div>
    </>
  );
}

const items = 'button:not(:disabled), a[href]';

function moveFocus(event: TargetedKeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (!step) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(items)];
  const at = all.indexOf(activeElementAt(event.currentTarget) as HTMLElement);
  all[(at + step + all.length) % all.length]?.focus();
}
