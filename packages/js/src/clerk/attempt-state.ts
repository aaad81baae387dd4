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
  #signIn: NullableSignInSignal = { ...progressOf(SIGN_IN_FIELDS), signIn: null };
  #signUp: NullableSignUpSignal = { ...progressOf(SIGN_UP_FIELDS), signUp: null };

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
    if (name === 'signIn') {
      const { signIn: known, ...before } = this.#signIn;
      const progress = { ...before, ...(change && progressOf(SIGN_IN_FIELDS, change)) };
      this.#signIn = { ...progress, signIn: choose(known, client?.signIn.__internal_future, client, progress.fetchStatus) };
    } else {
      const { signUp: known, ...before } = this.#signUp;
      const progress = { ...before, ...(change && progressOf(SIGN_UP_FIELDS, change)) };
      this.#signUp = { ...progress, signUp: choose(known, client?.signUp.__internal_future, client, progress.fetchStatus) };
    }
    this.#tell();
  };

  /** Shows the attempt as the client has it, and nothing that went wrong before. */
  restart = (name: AttemptName): void => {
    const client = this.#client();
    if (name === 'signIn') this.#signIn = { ...progressOf(SIGN_IN_FIELDS), signIn: client?.signIn.__internal_future ?? null };
    else this.#signUp = { ...progressOf(SIGN_UP_FIELDS), signUp: client?.signUp.__internal_future ?? null };
    this.#tell();
  };

  #tell(): void {
    this.#version++;
    this.#changes.emit();
  }
}

function progressOf<Field extends string>(fields: readonly Field[], { fetching, error }: Change = { fetching: false }) {
  return { fetchStatus: fetching ? ('fetching' as const) : ('idle' as const), errors: sortErrors(fields, error ?? null) };
}

type Attempt = { id?: string; status: string; createdSessionId: string | null };

/**
 * The server forgets an attempt with its last step. Views go on with the one they know until that step is taken and,
 * when it made a session, until that is made the active one.
 */
function choose<Kind extends Attempt>(known: Kind | null, next: Kind | undefined, client: ClientResource | undefined, fetchStatus: 'idle' | 'fetching'): Kind | null {
  if (!next || !known || next.id) return next ?? null;
  const isUnfinished = known.status === 'complete' && client?.sessions.some(({ id }) => id === known.createdSessionId);
  return fetchStatus === 'fetching' || isUnfinished ? known : next;
}
