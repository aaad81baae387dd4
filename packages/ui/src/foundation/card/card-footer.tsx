import type { ComponentChildren } from 'preact';
import type { ElementName } from '../appearance/element-keys.ts';
import { useScope } from '../scope.ts';
import { Secured } from './secured.tsx';

/** The strip under a card: the way to the other flow, help pages, branding, and the development notice. */
export function CardFooter({ action }: { action?: ComponentChildren }) {
  const { cl } = useScope();
  return (
    <div class={cl('footer')}>
      {action}
      <Secured />
    </div>
  );
}

/** “New here? Create an account”. */
export function FooterAction(props: { element: ElementName; label?: string; link: string; href?: string; onClick?: () => void }) {
  const { cl } = useScope();
  return (
    <div class={cl('footerAction', props.element)}>
      {props.label && <span class={cl('footerActionText')}>{props.label}</span>}
      {props.href ? (
        <a
          class={cl('footerActionLink')}
          href={props.href}
          onClick={event => {
            if (!props.onClick || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            props.onClick();
          }}
        >
          {props.link}
        </a>
      ) : (
        <button type="button" class={cl('footerActionLink')} onClick={props.onClick}>
          {props.link}
        </button>
      )}
    </div>
  );
}
