import type { ComponentChildren } from 'preact';
import { useScope } from '../scope.ts';
import { Icon } from './icon.tsx';

/**
 * A message about the whole card. The live region is always in the page, so that a screen reader announces what
 * appears in it; without content nothing is drawn.
 */
export function Alert({ tone = 'danger', children }: { tone?: 'danger' | 'warning' | 'info'; children?: ComponentChildren }) {
  const { cl } = useScope();
  return (
    <div aria-live="polite" class={children ? undefined : 'f-sr'}>
      {children && (
        <div class={cl('alert', `alert__${tone}`)}>
          <Icon name="alert" class={cl('alertIcon', `alertIcon__${tone}`)} />
          <p class={cl('alertText', `alertText__${tone}`)}>{children}</p>
        </div>
      )}
    </div>
  );
}
