import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { activeElementAt } from '../overlay/focus.ts';
import { useScope } from '../scope.ts';
import { CardFooter } from './card-footer.tsx';
import { Logo } from './logo.tsx';

/**
 * The card of a one-column flow.
 *
 * @param flow and step give the card its documented classes, `cl-signIn-start`.
 * @param action what stands in the footer: the way to the other flow.
 */
export function Card({ flow, step, action, children }: {
  flow: string;
  step: string;
  action?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { cl, appearance, progress } = useScope();
  const content = useRef<HTMLDivElement>(null);
  // The first step stands at once; the others come in.
  const [first] = useState(progress.moved ? undefined : step);

  // From the second step on the focus follows: to the first input, else to the heading.
  useEffect(() => {
    const follow = progress.moved;
    progress.moved = true;
    const within = content.current;
    if (!follow || !within || within.contains(activeElementAt(within))) return;
    (within.querySelector<HTMLElement>('input:not([tabindex="-1"])') ?? within.querySelector<HTMLElement>('h1'))?.focus();
  }, []);

  const part = `cl-${flow}-${step}`;
  return (
    <>
      {appearance.layout.logoPlacement === 'outside' && (
        <div class="f-logoOutside">
          <Logo />
        </div>
      )}
      <div class={`${cl('cardBox')} ${part}`}>
        <div class={`${cl('card')} ${part}`}>
          <div ref={content} class={step === first ? 'f-step' : 'f-step f-arriving'} key={step}>
            {children}
          </div>
        </div>
        <CardFooter action={action} />
      </div>
    </>
  );
}
