import { useScope } from '../../foundation/scope.ts';
import type { SignUpViewProps } from './props.ts';

/** Where a sign-up leads and comes back to, outside its own steps. */
export function useLinks() {
  const { clerk, environment, options, props, redirects, router, modal } = useScope<SignUpViewProps>();
  const { displayConfig } = environment;
  return {
    signInUrl: () => clerk.buildUrlWithAuth(redirects.carryTo(props.signInUrl ?? options.signInUrl ?? displayConfig.signInUrl)),
    waitlistUrl: () => clerk.buildUrlWithAuth(redirects.carryTo(options.waitlistUrl ?? displayConfig.waitlistUrl)),
    /** The pages a provider's answer comes back to. A modal has no page of its own; the sign-up page takes over. */
    oauthReturn: () => ({
      redirectUrl: modal ? `${clerk.buildUrlWithAuth(options.signUpUrl ?? displayConfig.signUpUrl)}#/sso-callback` : router.url('sso-callback'),
      redirectUrlComplete: redirects.after('signUp') ?? location.href,
    }),
  };
}
