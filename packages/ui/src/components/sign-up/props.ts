import type { SignUpProps } from '@foyer/js/types';

/** `<SignUp/>` on its own, or as the `create` part of a `<SignIn/>` that signs up too. */
export type SignUpViewProps = SignUpProps & { combined?: boolean; ticket?: string };
