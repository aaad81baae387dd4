import { isClerkAPIResponseError } from '../core/error-guards.ts';
import { toCamelCase } from '../core/case.ts';
import type { ClientResource } from '../types/client.ts';
import type { ClerkAPIError } from '../types/common.ts';
import { Emitter } from './emitter.ts';

/** What went wrong last in an attempt: by the form field it is about, or else for the whole form. */
export interface AttemptErrors {
  fields: Record<string, ClerkAPIError | null>;
  raw: ClerkAPIError[] | null;
  global: ClerkAPIError[] | null;
}

export type AttemptName = 'signIn' | 'signUp';

/** The attempts as views watch them: each change makes a new snapshot. */
interface Snapshot {
  errors: AttemptErrors;
  fetchStatus: 'idle' | 'fetching';
}

const FIELDS: Record<AttemptName, string[]> = {
  signIn: ['identifier', 'password', 'code'],
  signUp: ['firstName', 'lastName', 'emailAddress', 'phoneNumber', 'password', 'username', 'code', 'captcha', 'legalAccepted'],
};

/** Lets views (React's experimental hooks) follow the sign-in and the sign-up of this browser. */
export class AttemptState {
  readonly #client: () => ClientResource | undefined;
  readonly #changes = new Emitter<void>();
  readonly #snapshots: Record<AttemptName, Snapshot & { signIn?: unknown; signUp?: unknown }>;

  constructor(client: () => ClientResource | undefined) {
    this.#client = client;
    this.#snapshots = { signIn: this.#snapshot('signIn'), signUp: this.#snapshot('signUp') };
  }

  signInSignal = () => this.#snapshots.signIn;
  signUpSignal = () => this.#snapshots.signUp;

  /** Runs `effect` now and after every change. @returns stops it */
  __internal_effect = (effect: () => void): (() => void) => {
    effect();
    return this.#changes.add(effect);
  };

  /** Something about an attempt changed; without `change` it is only the client. */
  update = (name: AttemptName, change?: { fetching: boolean; error?: unknown }): void => {
    const before = this.#snapshots[name];
    const after = change && { fetchStatus: change.fetching ? ('fetching' as const) : ('idle' as const), errors: sortErrors(name, change.error) };
    this.#snapshots[name] = this.#snapshot(name, { ...before, ...after });
    this.#changes.emit();
  };

  #snapshot(name: AttemptName, state: Snapshot = { errors: sortErrors(name, null), fetchStatus: 'idle' }) {
    return { errors: state.errors, fetchStatus: state.fetchStatus, [name]: this.#client()?.[name].__internal_future };
  }
}

function sortErrors(name: AttemptName, error: unknown): AttemptErrors {
  const sorted: AttemptErrors = { fields: Object.fromEntries(FIELDS[name].map((field) => [field, null])), raw: null, global: null };
  if (!isClerkAPIResponseError(error)) return sorted;
  sorted.raw = error.errors;
  for (const entry of error.errors) {
    const field = toCamelCase(entry.meta?.paramName ?? '');
    if (field in sorted.fields) sorted.fields[field] = entry;
    else (sorted.global ??= []).push(entry);
  }
  return sorted;
}
