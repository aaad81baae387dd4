import { useScope } from '../../foundation/scope.ts';

/** The quiet link under a step's form. */
export function OtherWay({ onClick, label }: { onClick: () => void; label?: string }) {
  const { cl, text } = useScope();
  return (
    <div class={`${cl('footerAction', 'footerAction__alternativeMethods')} f-inCard`}>
      <button type="button" class={cl('footerActionLink')} onClick={onClick}>
        {label ?? text('footerActionLink__useAnotherMethod')}
      </button>
    </div>
  );
}
