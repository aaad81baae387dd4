/** The prebuilt components that take nothing but properties. */
import { useEffect, type ReactNode } from 'react';
import type {
  GoogleOneTapProps, SignInProps, SignUpProps, TaskChooseOrganizationProps, TaskResetPasswordProps, TaskSetupMFAProps, UserAvatarProps, WaitlistProps,
} from '@foyer/js/types';
import { useClerkState } from '../context.ts';
import { Mounted, type FallbackProp } from './mounted.tsx';

/** Docs: reference/components/authentication/sign-in. */
export function SignIn({ fallback, ...props }: SignInProps & FallbackProp): ReactNode {
  return <Mounted name="SignIn" props={props} fallback={fallback} />;
}

/** Docs: reference/components/authentication/sign-up. */
export function SignUp({ fallback, ...props }: SignUpProps & FallbackProp): ReactNode {
  return <Mounted name="SignUp" props={props} fallback={fallback} />;
}

/** Docs: reference/components/user/user-avatar. */
export function UserAvatar({ fallback, ...props }: UserAvatarProps & FallbackProp): ReactNode {
  return <Mounted name="UserAvatar" props={props} fallback={fallback} />;
}

/** Docs: reference/components/authentication/waitlist. */
export function Waitlist({ fallback, ...props }: WaitlistProps & FallbackProp): ReactNode {
  return <Mounted name="Waitlist" props={props} fallback={fallback} />;
}

/** Chooses the organization that a session still needs. Docs: reference/components/authentication/task-choose-organization. */
export function TaskChooseOrganization({ fallback, ...props }: TaskChooseOrganizationProps & FallbackProp): ReactNode {
  return <Mounted name="TaskChooseOrganization" props={props} fallback={fallback} />;
}

/** Sets the new password that a session still needs. */
export function TaskResetPassword({ fallback, ...props }: TaskResetPasswordProps & FallbackProp): ReactNode {
  return <Mounted name="TaskResetPassword" props={props} fallback={fallback} />;
}

/** Sets up the second factor that a session still needs. */
export function TaskSetupMFA({ fallback, ...props }: TaskSetupMFAProps & FallbackProp): ReactNode {
  return <Mounted name="TaskSetupMFA" props={props} fallback={fallback} />;
}

/** Offers the Google account of the browser, as long as it is on the page. Docs: reference/components/authentication/google-one-tap. */
export function GoogleOneTap(props: GoogleOneTapProps): ReactNode {
  const { clerk } = useClerkState('<GoogleOneTap>');
  useEffect(() => {
    clerk.openGoogleOneTap(props);
    return () => clerk.closeGoogleOneTap();
    // Google draws it and cannot change it afterwards.
  }, [clerk]);
  return null;
}
