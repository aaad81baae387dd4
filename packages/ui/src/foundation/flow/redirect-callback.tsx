import type { HandleOAuthCallbackParams } from '@foyer/js/types';
import { useEffect } from 'preact/hooks';
import { Card } from '../card/card.tsx';
import { Waiting } from '../card/waiting.tsx';
import { useScope } from '../scope.ts';

/** Waits while `clerk.handleRedirectCallback` works out where to go. A failure goes back to the start, which shows it. */
export function RedirectCallback({ flow, params }: { flow: string; params: HandleOAuthCallbackParams }) {
  const { clerk, router } = useScope();
  useEffect(() => {
    clerk.handleRedirectCallback(params, to => clerk.navigate(to)).catch((thrown: unknown) => {
      console.error(thrown);
      return router.go('', { replace: true });
    });
  }, []);
  return (
    <Card flow={flow} step="ssoCallback">
      <Waiting />
      <div id="clerk-captcha" />
    </Card>
  );
}
