import type { SignInResource } from '@foyer/js/types';
import { useFinish } from '../../foundation/flow/finish.ts';
import { useScope } from '../../foundation/scope.ts';
import { useLinks } from './links.ts';

/** Moves a sign-in on: to the step its status asks for, or to its end. */
export function useAdvance() {
  const { router } = useScope();
  const finish = useFinish('signIn');
  const links = useLinks();

  return async (signIn: SignInResource) => {
    switch (signIn.status) {
      case 'complete':
        return finish(signIn.createdSessionId);
      case 'needs_first_factor': {
        const factors = signIn.supportedFirstFactors ?? [];
        if (factors.length > 0 && factors.every(factor => factor.strategy === 'enterprise_sso')) {
          return signIn.authenticateWithRedirect({ strategy: 'enterprise_sso', ...links.oauthReturn() });
        }
        return router.go('factor-one');
      }
      case 'needs_second_factor':
      case 'needs_client_trust':
        return router.go('factor-two');
      case 'needs_new_password':
        return router.go('reset-password');
      default:
        return router.go('');
    }
  };
}
