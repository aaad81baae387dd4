import type { SignInProps } from '@foyer/js/types';
import { useScope } from '../../foundation/scope.ts';

const isAbsolute = (url: string) => /^[a-z][a-z\d+.-]*:|^\/\//i.test(url);

/** Where a sign-in leads and comes back to, outside its own steps. */
export function useLinks() {
  const { clerk, environment, options, props, redirects, router, modal } = useScope<SignInProps>();
  const { displayConfig, userSettings } = environment;
  const mode = userSettings.signUp.mode;

  /** True when this component signs up too, instead of sending people to a sign-up page. */
  const combined =
    props.withSignUp ||
    (mode !== 'restricted' && !props.signUpUrl && !options.signUpUrl && Boolean(options.signInUrl && !isAbsolute(options.signInUrl)));

  const authUrl = (url: string) => clerk.buildUrlWithAuth(redirects.carryTo(url));

  /** The page of a step. A modal has none of its own; the sign-in page takes over. */
  const pageOf = (step: string) =>
    modal ? `${clerk.buildUrlWithAuth(options.signInUrl ?? displayConfig.signInUrl)}#/${step}` : router.url(step);

  return {
    pageOf,
    combined,
    signUpUrl: () => authUrl(props.signUpUrl ?? options.signUpUrl ?? displayConfig.signUpUrl),
    waitlistUrl: () => authUrl(props.waitlistUrl ?? options.waitlistUrl ?? displayConfig.waitlistUrl),
    /** The pages a provider's answer comes back to. */
    oauthReturn: () => ({
      redirectUrl: pageOf('sso-callback'),
      redirectUrlComplete: redirects.after('signIn') ?? location.href,
    }),
  };
}
