import { useScope } from '../scope.ts';

/** The “or” between two ways. */
export function Divider() {
  const { cl, text } = useScope();
  return (
    <div class={cl('dividerRow')}>
      <span class={cl('dividerLine')} />
      <span class={cl('dividerText')}>{text('dividerText')}</span>
      <span class={cl('dividerLine')} />
    </div>
  );
}
