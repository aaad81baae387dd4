/** The newer sign-in and sign-up objects, as views follow them. */
import type { ClerkAPIResponseError, ClerkError, ClerkRuntimeError } from '../core/errors.ts';
import type { ClerkAPIError } from './common.ts';
import type { SignInFutureResource } from './sign-in-future.ts';
import type { SignUpFutureResource } from './sign-up-future.ts';

/** What the methods of the newer objects resolve to: they never reject for an expected error. */
export interface FutureResult {
  error: ClerkError | null;
}

/** What the server has against one field. */
export type FieldError = Pick<ClerkAPIError, 'code' | 'message' | 'longMessage'>;

/** Asks of the error it is called on, or of the one it is given. */
interface Question<Answer> {
  (error: unknown): error is Answer;
  (this: unknown): this is Answer;
}

/** An error that belongs to no field. */
export type GlobalError = ClerkError & {
  readonly isClerkApiResponseError: Question<ClerkAPIResponseError>;
  readonly isClerkRuntimeError: Question<ClerkRuntimeError>;
};

/** What went wrong in the last step. */
export interface Errors<Fields> {
  fields: Fields;
  /** As the server said it. */
  raw: unknown[] | null;
  /** What belongs to no field. */
  global: GlobalError[] | null;
}

export type SignInFields = Record<'identifier' | 'password' | 'code', FieldError | null>;
export type SignUpFields = Record<
  'firstName' | 'lastName' | 'emailAddress' | 'phoneNumber' | 'password' | 'username' | 'code' | 'captcha' | 'legalAccepted',
  FieldError | null
>;
export type SignInErrors = Errors<SignInFields>;
export type SignUpErrors = Errors<SignUpFields>;

interface Progress<AttemptErrors> {
  errors: AttemptErrors;
  fetchStatus: 'idle' | 'fetching';
}
export type SignInSignalValue = Progress<SignInErrors> & { signIn: SignInFutureResource };
export type SignUpSignalValue = Progress<SignUpErrors> & { signUp: SignUpFutureResource };
/** Before the Clerk object has loaded there is no attempt. */
export type NullableSignInSignal = Progress<SignInErrors> & { signIn: SignInFutureResource | null };
export type NullableSignUpSignal = Progress<SignUpErrors> & { signUp: SignUpFutureResource | null };
export type SignInSignal = () => NullableSignInSignal;
export type SignUpSignal = () => NullableSignUpSignal;

/** Lets views follow the attempts of this browser. */
export interface State {
  signInSignal: SignInSignal;
  signUpSignal: SignUpSignal;
  /** Runs the effect now and after every change. @returns stops it */
  __internal_effect: (effect: () => void) => () => void;
  /** A value derived from the signals, kept until they change. */
  __internal_computed: <T>(getter: (previous?: T) => T) => () => T;
}
