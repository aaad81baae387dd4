import type { SignUpResource } from '@foyer/js/types';
import { useFinish } from '../../foundation/flow/finish.ts';
import { useScope } from '../../foundation/scope.ts';
import { useLinks } from './links.ts';

/** Moves a sign-up on: to the verification or the details it still needs, or to its end. */
export function useAdvance() {
  const { router } = useScope();
  const finish = useFinish('signUp');
  const links = useLinks();

  return async (signUp: SignUpResource) => {
    if (signUp.status === 'complete') return finish(signUp.createdSessionId);
    if (signUp.missingFields.some(field => field === 'saml' || field === 'enterprise_sso')) {
      return signUp.authenticateWithRedirect({ strategy: 'enterprise_sso', ...links.oauthReturn(), continueSignUp: true });
    }
    if (signUp.unverifiedFields.includes('email_address')) return router.go('verify-email-address');
    if (signUp.unverifiedFields.includes('phone_number')) return router.go('verify-phone-number');
    return router.go(signUp.missingFields.length > 0 ? 'continue' : '');
  };
}
