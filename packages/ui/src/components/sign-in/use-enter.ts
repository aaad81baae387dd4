import { useFinish } from '../../foundation/flow/finish.ts';
import { useScope } from '../../foundation/scope.ts';
import { isWallet, type AnyProvider } from '../../foundation/social/providers.ts';
import { useLinks } from './links.ts';
import { useAdvance } from './use-advance.ts';

/** Signs in with an account elsewhere or with a wallet; somebody new goes on to sign up. */
export function useEnter() {
  const { clerk, router } = useScope();
  const advance = useAdvance();
  const finish = useFinish('signIn');
  const links = useLinks();

  return async ({ strategy }: AnyProvider) => {
    if (!isWallet(strategy)) return clerk.client.signIn.authenticateWithRedirect({ strategy, ...links.oauthReturn() });
    const { signIn, signUp } = await (await import('../../foundation/social/wallet.ts')).enterWithWallet(clerk, strategy);
    if (signIn) return advance(signIn);
    if (signUp.status === 'complete') return finish(signUp.createdSessionId);
    return links.combined ? router.go('create/continue') : clerk.navigate(`${links.signUpUrl()}#/continue`);
  };
}
