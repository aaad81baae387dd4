import type { ClerkError } from '../core/errors.ts';
import type { ClientResource } from '../types/client.ts';
import type { NullableSignInSignal, NullableSignUpSignal, State } from '../types/futures.ts';
import { sortErrors } from './attempt-errors.ts';
import { Emitter } from './emitter.ts';

export type AttemptName = 'signIn' | 'signUp';

/** What an attempt went through; without it, only the client changed. */
interface Change {
  fetching: boolean;
  error?: ClerkError;
}

const SIGN_IN_FIELDS = ['identifier', 'password', 'code'] as const;
const SIGN_UP_FIELDS = [
  'firstName', 'lastName', 'emailAddress', 'phoneNumber', 'password', 'username', 'code', 'captcha', 'legalAccepted',
] as const;

/** Lets views (React's experimental hooks) follow the sign-in and the sign-up of this browser: each change makes a new snapshot. */
export class AttemptState implements State {
  readonly #client: () => ClientResource | undefined;
  readonly #changes = new Emitter<void>();
  #version = 0;
  #signIn: NullableSignInSignal = { errors: sortErrors(SIGN_IN_FIELDS, null), fetchStatus: 'idle', signIn: null };
  #signUp: NullableSignUpSignal = { errors: sortErrors(SIGN_UP_FIELDS, null), fetchStatus: 'idle', signUp: null };

  constructor(client: () => ClientResource | undefined) {
    this.#client = client;
  }

  signInSignal = (): NullableSignInSignal => this.#signIn;
  signUpSignal = (): NullableSignUpSignal => this.#signUp;

  __internal_effect = (effect: () => void): (() => void) => {
    effect();
    return this.#changes.add(effect);
  };

  __internal_computed = <T>(getter: (previous?: T) => T): (() => T) => {
    let known: { value: T; version: number } | undefined;
    return () => {
      if (known?.version !== this.#version) known = { value: getter(known?.value), version: this.#version };
      return known.value;
    };
  };

  update = (name: AttemptName, change?: Change): void => {
    const client = this.#client();
    const fetchStatus = change?.fetching ? 'fetching' : 'idle';
    if (name === 'signIn') {
      const progress = change && { fetchStatus, errors: sortErrors(SIGN_IN_FIELDS, change.error ?? null) } as const;
      this.#signIn = { ...this.#signIn, ...progress, signIn: client?.signIn.__internal_future ?? null };
    } else {
      const progress = change && { fetchStatus, errors: sortErrors(SIGN_UP_FIELDS, change.error ?? null) } as const;
      this.#signUp = { ...this.#signUp, ...progress, signUp: client?.signUp.__internal_future ?? null };
    }
    this.#version++;
    this.#changes.emit();
  };
}
