import { useScope } from '../scope.ts';

/** The way back to the step one came from. */
export function BackLink({ onClick }: { onClick: () => void }) {
  const { cl, text } = useScope();
  return (
    <div class={cl('backRow')}>
      <button type="button" class={cl('backLink')} onClick={onClick}>
        {text('backButton')}
      </button>
    </div>
  );
}
