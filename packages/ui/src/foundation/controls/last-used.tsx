import { useScope } from '../scope.ts';
import { Badge } from './badge.tsx';

/** Marks the way in that this browser took last. */
export function LastUsed() {
  const { cl, text } = useScope();
  return (
    <span class={cl('lastAuthenticationStrategyBadge')}>
      <Badge>{text('lastAuthenticationStrategy')}</Badge>
    </span>
  );
}
