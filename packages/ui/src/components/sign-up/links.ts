import { useScope } from '../../foundation/scope.ts';
import type { SignUpViewProps } from './props.ts';

/** Where a sign-up leads and comes back to, outside its own steps. */
export function useLinks() {
  const { clerk, environment, options, props, redirects, router, modal } = useScope<SignUpViewProps>();
  const { displayConfig } = environment;
  /** The page of a step. A modal has none of its own; the sign-up page takes over. */
  const pageOf = (step: string) =>
    modal ? `${clerk.buildUrlWithAuth(options.signUpUrl ?? displayConfig.signUpUrl)}#/${step}` : router.url(step);

  return {
    pageOf,
    signInUrl: () => clerk.buildUrlWithAuth(redirects.carryTo(props.signInUrl ?? options.signInUrl ?? displayConfig.signInUrl)),
    waitlistUrl: () => clerk.buildUrlWithAuth(redirects.carryTo(props.waitlistUrl ?? options.waitlistUrl ?? displayConfig.waitlistUrl)),
    /** The pages a provider's answer comes back to. */
    oauthReturn: () => ({
      redirectUrl: pageOf('sso-callback'),
      redirectUrlComplete: redirects.after('signUp') ?? location.href,
    }),
  };
}
