/** @packageDocumentation What may still change: the newer way to build one's own sign-in and sign-up. */
export { useSignInSignal, useSignUpSignal } from './hooks/use-signals.ts';
export type { SignInSignalValue, SignUpSignalValue } from '@foyer/js/types';
