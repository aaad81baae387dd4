import type { GoogleOneTapProps } from '@foyer/js/types';
import { useEffect } from 'preact/hooks';
import { useScope } from '../../foundation/scope.ts';
import { loadGoogle, type GoogleIdentity } from './google.ts';

/** `<GoogleOneTap/>`: lets Google offer its account to whoever is signed out. Google draws it; there is nothing of ours. */
export function GoogleOneTapView() {
  const { clerk, environment, options, props } = useScope<GoogleOneTapProps>();

  useEffect(() => {
    if (clerk.user) return undefined;
    const { googleOneTapClientId: clientId } = environment.displayConfig;
    if (!clientId) {
      console.error('Google One Tap needs the Google connection to be on, with credentials of your own.');
      return undefined;
    }
    let identity: GoogleIdentity | undefined;
    let isGone = false;
    const enter = async ({ credential: token }: { credential: string }) => {
      const attempt = await clerk.authenticateWithGoogleOneTap({ token });
      const signInUrl = clerk.buildSignInUrl();
      const signUpUrl = clerk.buildSignUpUrl();
      await clerk.handleGoogleOneTapCallback(attempt, {
        signInUrl,
        signUpUrl,
        firstFactorUrl: stepOf(signInUrl, 'factor-one'),
        secondFactorUrl: stepOf(signInUrl, 'factor-two'),
        resetPasswordUrl: stepOf(signInUrl, 'reset-password'),
        continueSignUpUrl: stepOf(signUpUrl, 'continue'),
        // People stay where they were asked, unless told.
        signInForceRedirectUrl: props.signInForceRedirectUrl ?? location.href,
        signUpForceRedirectUrl: props.signUpForceRedirectUrl ?? location.href,
      });
    };
    const start = async () => {
      identity = await loadGoogle((options as { nonce?: string }).nonce);
      if (isGone) return;
      identity.initialize({
        client_id: clientId,
        callback: (answer: { credential: string }) => enter(answer).catch(console.error),
        itp_support: props.itpSupport ?? true,
        cancel_on_tap_outside: props.cancelOnTapOutside ?? true,
        use_fedcm_for_prompt: props.fedCmSupport ?? true,
        auto_select: false,
      });
      identity.prompt();
    };
    start().catch(console.error);
    return () => {
      isGone = true;
      identity?.cancel();
    };
  }, []);
  return null;
}

function stepOf(url: string, step: string): string {
  const page = new URL(url, location.href);
  page.hash = `/${step}`;
  return page.href;
}
