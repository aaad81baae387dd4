/**
 * The outcome of authenticating a request. Made for every request, so nothing is computed before
 * somebody asks: the debug headers when read, the Auth object when called for.
 */
import type { ReadJwt } from '../jwt/decode.ts';
import { ownClaims } from '../jwt/verify.ts';
import { authenticatedMachineObject, invalidTokenAuthObject, unauthenticatedMachineObject } from '../auth/machine-auth.ts';
import { getAuthObjectFromJwt, signedOutAuthObject } from '../auth/session-auth.ts';
import type {
  AuthenticatedMachineObject,
  InvalidTokenAuthObject,
  MachineAuthType,
  PendingSessionOptions,
  SignedInAuthObject,
  SignedOutAuthObject,
  UnauthenticatedMachineObject,
} from '../auth/types.ts';
import { constants } from '../constants.ts';
import { isMachineTokenType, TokenType, type MachineTokenType, type SessionTokenType } from '../tokens/token-types.ts';
import { AuthStatus, type AuthReason } from './reasons.ts';
import type { Settings } from './settings.ts';

const { AuthMessage, AuthReason: ReasonHeader, AuthStatus: StatusHeader } = constants.Headers;

type ToAuth<T extends TokenType | null, Authenticated extends boolean> = T extends null
  ? () => InvalidTokenAuthObject
  : T extends SessionTokenType
    ? Authenticated extends true
      ? // Of a pending session it is a signed-out object; types tell the usual case, as apps are written for it.
        (options?: PendingSessionOptions) => SignedInAuthObject
      : () => SignedOutAuthObject
    : T extends MachineTokenType
      ? Authenticated extends true
        ? () => AuthenticatedMachineObject<T>
        : () => UnauthenticatedMachineObject<T>
      : never;

interface InstanceFields {
  readonly proxyUrl: string;
  readonly publishableKey: string;
  readonly isSatellite: boolean;
  readonly domain: string;
  readonly signInUrl: string;
  readonly signUpUrl: string;
  readonly afterSignInUrl: string;
  readonly afterSignUpUrl: string;
  /** Debug headers, and whatever the answer to this request must carry (cookies, a redirect). */
  readonly headers: Headers;
}

export interface AuthenticatedState<T extends TokenType = SessionTokenType> extends InstanceFields {
  readonly status: typeof AuthStatus.SignedIn;
  readonly reason: null;
  readonly message: null;
  /** @deprecated Use `isAuthenticated`. */
  readonly isSignedIn: true;
  readonly isAuthenticated: true;
  readonly token: string;
  readonly tokenType: T;
  toAuth: ToAuth<T, true>;
}

export interface UnauthenticatedState<T extends TokenType | null = SessionTokenType> extends InstanceFields {
  readonly status: typeof AuthStatus.SignedOut;
  readonly reason: AuthReason;
  readonly message: string;
  /** @deprecated Use `isAuthenticated`. */
  readonly isSignedIn: false;
  readonly isAuthenticated: false;
  readonly token: null;
  readonly tokenType: T;
  toAuth: ToAuth<T, false>;
}

/** The browser has to be sent to the Frontend API and back: answer 307 with these headers. */
export interface HandshakeState extends Omit<UnauthenticatedState, 'status' | 'toAuth'> {
  readonly status: typeof AuthStatus.Handshake;
  toAuth: () => null;
}

export type SignedInState = AuthenticatedState;
export type SignedOutState = UnauthenticatedState;
export type RequestState<T extends TokenType | null = SessionTokenType> =
  | AuthenticatedState<T extends null ? never : NonNullable<T>>
  | UnauthenticatedState<T>
  | (SessionTokenType extends T ? HandshakeState : never);

/** One class for all states, as its headers are computed late; the functions below give each its exact type. */
class State<Status extends AuthStatus, Type extends TokenType | null, ToAuth> implements InstanceFields {
  readonly isAuthenticated: boolean;
  readonly isSignedIn: boolean;
  readonly #settings: Settings | undefined;
  #headers: Headers | undefined;

  constructor(
    readonly status: Status,
    readonly tokenType: Type,
    readonly token: string | null,
    readonly toAuth: ToAuth,
    settings: Settings | undefined,
    headers?: Headers,
    readonly reason: AuthReason | null = null,
    readonly message: string | null = null,
  ) {
    this.isAuthenticated = this.isSignedIn = status === AuthStatus.SignedIn;
    this.#settings = settings;
    this.#headers = headers;
  }

  get headers(): Headers {
    const headers = (this.#headers ??= new Headers());
    // A signed-in request needs no explanation, and most requests are.
    if (!this.isAuthenticated && !headers.has(StatusHeader)) {
      // A message may quote a token's claims, and header values are ASCII without line breaks.
      if (this.message) headers.set(AuthMessage, this.message.replaceAll(/[^\x20-\x7e]/g, '?'));
      if (this.reason) headers.set(ReasonHeader, this.reason);
      headers.set(StatusHeader, this.status);
    }
    return headers;
  }

  get proxyUrl(): string {
    return this.#settings?.options.proxyUrl ?? '';
  }
  get publishableKey(): string {
    return this.#settings?.publishableKey ?? '';
  }
  get isSatellite(): boolean {
    return this.#settings?.isSatellite ?? false;
  }
  get domain(): string {
    return this.#settings?.domain ?? '';
  }
  get signInUrl(): string {
    return this.#settings?.options.signInUrl ?? '';
  }
  get signUpUrl(): string {
    return this.#settings?.options.signUpUrl ?? '';
  }
  get afterSignInUrl(): string {
    return this.#settings?.options.afterSignInUrl ?? '';
  }
  get afterSignUpUrl(): string {
    return this.#settings?.options.afterSignUpUrl ?? '';
  }
}

/** A verified session token. `headers` go out with the answer. */
export function signedIn(settings: Settings, jwt: ReadJwt, headers?: Headers): AuthenticatedState {
  // Each call makes its own Auth object, with claims that nobody else shares.
  const toAuth = (options?: PendingSessionOptions) =>
    getAuthObjectFromJwt({ raw: jwt.raw, payload: ownClaims(jwt) }, options ? { ...settings.options, ...options } : settings.options);
  const state = new State(AuthStatus.SignedIn, TokenType.SessionToken, jwt.raw.text, toAuth, settings, headers);
  return state as unknown as AuthenticatedState;
}

/** A machine's token that the Backend API confirmed. */
export function machineSignedIn<T extends MachineTokenType>(
  settings: Settings,
  tokenType: T,
  token: string,
  verified: MachineAuthType,
): AuthenticatedState<T> {
  const toAuth = () => authenticatedMachineObject(tokenType, token, verified, { ...settings.options });
  return new State(AuthStatus.SignedIn, tokenType, token, toAuth, settings) as unknown as AuthenticatedState<T>;
}

/** Nobody is signed in, or not by a token of the type asked for. */
export function signedOut<T extends TokenType>(
  settings: Settings,
  tokenType: T,
  reason: AuthReason,
  message = '',
  headers?: Headers,
): UnauthenticatedState<T> {
  const debug = { ...settings.options, status: AuthStatus.SignedOut, reason, message };
  const toAuth = () =>
    isMachineTokenType(tokenType) ? unauthenticatedMachineObject(tokenType, debug) : signedOutAuthObject(debug);
  const state = new State(AuthStatus.SignedOut, tokenType, null, toAuth, settings, headers, reason, message);
  return state as unknown as UnauthenticatedState<T>;
}

/** The browser has to go where `headers` send it. */
export function handshake(settings: Settings, reason: AuthReason, message: string, headers: Headers): HandshakeState {
  const toAuth = () => null;
  const state = new State(AuthStatus.Handshake, TokenType.SessionToken, null, toAuth, settings, headers, reason, message);
  return state as unknown as HandshakeState;
}

/** The token is none of the several kinds that the route takes. */
export function signedOutInvalidToken(): UnauthenticatedState<null> {
  const state = new State(AuthStatus.SignedOut, null, null, invalidTokenAuthObject, undefined, undefined, 'token-type-mismatch', '');
  return state as unknown as UnauthenticatedState<null>;
}

/** The parts of a state worth logging. */
export function debugRequestState(state: RequestState<TokenType | null>) {
  const { isSignedIn, isAuthenticated, proxyUrl, reason, message, publishableKey, isSatellite, domain } = state;
  return { isSignedIn, isAuthenticated, proxyUrl, reason, message, publishableKey, isSatellite, domain };
}
