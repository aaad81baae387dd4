/** Hooks over the newer sign-in and sign-up objects, whose methods answer errors. They are experimental. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { NullableSignInSignal, NullableSignUpSignal, SignInSignalValue, SignUpSignalValue, State } from '@foyer/js/types';
import { useClerkState } from '../context.ts';
import { pendingSignIn, pendingSignUp } from './pending-attempt.ts';

const NOTHING_WRONG = { raw: null, global: null };
const NO_SIGN_IN: NullableSignInSignal = { signIn: null, fetchStatus: 'idle', errors: { ...NOTHING_WRONG, fields: { identifier: null, password: null, code: null } } };
const NO_SIGN_UP: NullableSignUpSignal = {
  signUp: null,
  fetchStatus: 'idle',
  errors: {
    ...NOTHING_WRONG,
    fields: {
      firstName: null, lastName: null, emailAddress: null, phoneNumber: null, password: null, username: null, code: null, captcha: null, legalAccepted: null,
    },
  },
};

/** The attempt to sign in, what went wrong in its last step, and whether one is under way. */
export function useSignInSignal(): SignInSignalValue {
  const { store } = useClerkState('useSignInSignal()');
  const pending = useMemo(() => pendingSignIn(async () => signalsOf(await store.whenLoaded()).signInSignal().signIn ?? missing()), [store]);
  const signal = useSignal('useSignInSignal()', (state) => state.signInSignal(), NO_SIGN_IN);
  return useMemo(() => ({ ...signal, signIn: signal.signIn ?? pending }), [signal, pending]);
}

/** The attempt to sign up, what went wrong in its last step, and whether one is under way. */
export function useSignUpSignal(): SignUpSignalValue {
  const { store } = useClerkState('useSignUpSignal()');
  const pending = useMemo(() => pendingSignUp(async () => signalsOf(await store.whenLoaded()).signUpSignal().signUp ?? missing()), [store]);
  const signal = useSignal('useSignUpSignal()', (state) => state.signUpSignal(), NO_SIGN_UP);
  return useMemo(() => ({ ...signal, signUp: signal.signUp ?? pending }), [signal, pending]);
}

/** Follows a signal, once there are any. */
function useSignal<Value>(caller: string, read: (state: State) => Value, before: Value): Value {
  const { clerk } = useClerkState(caller);
  const state = clerk.__internal_state;
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!state) return () => undefined;
      return state.__internal_effect(() => {
        // Whoever keeps track of what an effect reads must see this.
        read(state);
        onChange();
      });
    },
    // `read` is new at each render, and always the same.
    [state],
  );
  return useSyncExternalStore(subscribe, () => (state ? read(state) : before), () => before);
}

function signalsOf({ __internal_state: state }: { __internal_state?: State }): State {
  if (state) return state;
  throw new Error('The Clerk object of this page has no signals. Is the browser script older than @foyer/react?');
}

function missing(): never {
  throw new Error('The Clerk object of this page has no client. Has it loaded?');
}
