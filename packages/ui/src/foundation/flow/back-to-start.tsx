import { useEffect } from 'preact/hooks';
import { useScope } from '../scope.ts';

/** For steps that cannot be shown: no attempt under way, or no such step. */
export function BackToStart() {
  const { router } = useScope();
  useEffect(() => {
    router.go('', { replace: true });
  }, []);
  return null;
}
