/** Buttons without a look of their own: they wrap the application's. */
import type { ReactNode } from 'react';
import type { SignInProps, SignOutOptions, SignUpProps } from '@foyer/js/types';
import { useClerkState } from '../context.ts';
import { clickable } from './child.tsx';

interface ModeProps {
  /** Goes to the page, or opens a dialog on this one; `redirect` unless given. */
  mode?: 'redirect' | 'modal';
  children?: ReactNode;
}

type SignInOptions = Pick<SignInProps, 'appearance' | 'fallbackRedirectUrl' | 'forceRedirectUrl' | 'initialValues' | 'oauthFlow' | 'signUpFallbackRedirectUrl' | 'signUpForceRedirectUrl' | 'withSignUp'>;
type SignUpOptions = Pick<SignUpProps, 'appearance' | 'fallbackRedirectUrl' | 'forceRedirectUrl' | 'initialValues' | 'oauthFlow' | 'signInFallbackRedirectUrl' | 'signInForceRedirectUrl' | 'unsafeMetadata'>;

export type SignInButtonProps = ModeProps & SignInOptions;
export type SignUpButtonProps = ModeProps & SignUpOptions;
export type SignOutButtonProps = SignOutOptions & { children?: ReactNode };

/** Docs: reference/components/unstyled/sign-in-button. */
export function SignInButton(props: SignInButtonProps): ReactNode {
  const { clerk } = useClerkState('<SignInButton>');
  const { mode, children, appearance, fallbackRedirectUrl, forceRedirectUrl, initialValues, oauthFlow, signUpFallbackRedirectUrl, signUpForceRedirectUrl, withSignUp, ...rest } = props;
  const act = () => {
    const signUp = { signUpFallbackRedirectUrl, signUpForceRedirectUrl };
    if (mode === 'modal') return clerk.openSignIn({ appearance, fallbackRedirectUrl, forceRedirectUrl, initialValues, oauthFlow, withSignUp, ...signUp });
    return clerk.redirectToSignIn({ signInFallbackRedirectUrl: fallbackRedirectUrl, signInForceRedirectUrl: forceRedirectUrl, initialValues, ...signUp });
  };
  return clickable('<SignInButton>', children, 'Sign in', rest, act);
}

/** Docs: reference/components/unstyled/sign-up-button. */
export function SignUpButton(props: SignUpButtonProps): ReactNode {
  const { clerk } = useClerkState('<SignUpButton>');
  const { mode, children, appearance, fallbackRedirectUrl, forceRedirectUrl, initialValues, oauthFlow, signInFallbackRedirectUrl, signInForceRedirectUrl, unsafeMetadata, ...rest } = props;
  const act = () => {
    const signIn = { signInFallbackRedirectUrl, signInForceRedirectUrl };
    if (mode === 'modal') return clerk.openSignUp({ appearance, fallbackRedirectUrl, forceRedirectUrl, initialValues, oauthFlow, unsafeMetadata, ...signIn });
    return clerk.redirectToSignUp({ signUpFallbackRedirectUrl: fallbackRedirectUrl, signUpForceRedirectUrl: forceRedirectUrl, initialValues, ...signIn });
  };
  return clickable('<SignUpButton>', children, 'Sign up', rest, act);
}

/** Signs out of all sessions of this browser, or of one. Docs: reference/components/unstyled/sign-out-button. */
export function SignOutButton({ children, redirectUrl, sessionId, ...rest }: SignOutButtonProps): ReactNode {
  const { clerk } = useClerkState('<SignOutButton>');
  return clickable('<SignOutButton>', children, 'Sign out', rest, () => clerk.signOut({ redirectUrl, sessionId }));
}

/** Docs: reference/components/unstyled/sign-in-with-metamask. */
export function SignInWithMetamaskButton({ children, redirectUrl, ...rest }: { children?: ReactNode; redirectUrl?: string | null }): ReactNode {
  const { clerk } = useClerkState('<SignInWithMetamaskButton>');
  return clickable('<SignInWithMetamaskButton>', children, 'Sign in with Metamask', rest, () => clerk.authenticateWithMetamask({ redirectUrl: redirectUrl ?? undefined }));
}
