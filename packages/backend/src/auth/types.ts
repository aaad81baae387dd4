/** What applications see of who is asking. */
import type { Has } from '@foyer/protocol/authorization';
import type { ActClaim, FactorVerificationAge, JwtPayload, SessionStatusClaim } from '@foyer/protocol/claims';
import type { MachineTokenType, SessionTokenType, TokenType } from '../tokens/token-types.ts';
import type { APIKey, IdPOAuthAccessToken, M2MToken } from '../resources/index.ts';

export interface GetTokenOptions {
  /** Name of a JWT template; the token is then made by the Backend API. */
  template?: string;
  expiresInSeconds?: number;
}
export type ServerGetToken = (options?: GetTokenOptions) => Promise<string | null>;

export interface PendingSessionOptions {
  /** Whether a session with open tasks counts as signed out; `true` unless given. */
  treatPendingAsSignedOut?: boolean;
}

type Debug = () => Record<string, unknown>;
type Claims = Record<string, unknown>;

/** A signed-in user (docs: reference/backend/types/auth-object). */
export interface SignedInAuthObject {
  tokenType: SessionTokenType;
  isAuthenticated: true;
  sessionClaims: JwtPayload;
  sessionId: string;
  sessionStatus: SessionStatusClaim | null;
  userId: string;
  actor: ActClaim | undefined;
  orgId: string | undefined;
  orgRole: string | undefined;
  orgSlug: string | undefined;
  orgPermissions: string[] | undefined;
  factorVerificationAge: FactorVerificationAge | null;
  getToken: ServerGetToken;
  has: Has;
  debug: Debug;
}

export interface SignedOutAuthObject {
  tokenType: SessionTokenType;
  isAuthenticated: false;
  sessionClaims: null;
  sessionId: null;
  /** `pending` when there is a session, but with open tasks. */
  sessionStatus: SessionStatusClaim | null;
  userId: null;
  actor: null;
  orgId: null;
  orgRole: null;
  orgSlug: null;
  orgPermissions: null;
  factorVerificationAge: null;
  getToken: ServerGetToken;
  has: Has;
  debug: Debug;
}

interface MachineFields {
  api_key: { name: string; claims: Claims | null } & ({ userId: string; orgId: null } | { userId: null; orgId: string });
  m2m_token: { claims: Claims | null; machineId: string };
  oauth_token: { userId: string; clientId: string };
}

interface NoMachineFields {
  api_key: { name: null; claims: null; userId: null; orgId: null };
  m2m_token: { claims: null; machineId: null };
  oauth_token: { userId: null; clientId: null };
}

/** A program that proved who it is. */
export type AuthenticatedMachineObject<T extends MachineTokenType = MachineTokenType> = T extends MachineTokenType
  ? {
      id: string;
      subject: string;
      scopes: string[];
      getToken: () => Promise<string>;
      /** Machines have no roles: always `false`. */
      has: Has;
      debug: Debug;
      tokenType: T;
      isAuthenticated: true;
    } & MachineFields[T]
  : never;

export type UnauthenticatedMachineObject<T extends MachineTokenType = MachineTokenType> = T extends MachineTokenType
  ? {
      id: null;
      subject: null;
      scopes: null;
      getToken: () => Promise<null>;
      has: Has;
      debug: Debug;
      tokenType: T;
      isAuthenticated: false;
    } & NoMachineFields[T]
  : never;

/** A token of a kind that the route does not take, where it takes several. */
export interface InvalidTokenAuthObject {
  isAuthenticated: false;
  tokenType: null;
  getToken: () => Promise<null>;
  has: () => false;
  debug: Debug;
}

export type SessionAuthObject = SignedInAuthObject | SignedOutAuthObject;
export type MachineAuthObject<T extends MachineTokenType> = T extends MachineTokenType
  ? AuthenticatedMachineObject<T> | UnauthenticatedMachineObject<T>
  : never;
export type AuthObject =
  | SignedInAuthObject
  | SignedOutAuthObject
  | AuthenticatedMachineObject
  | UnauthenticatedMachineObject
  | InvalidTokenAuthObject;

/** What the Backend API says about a machine's token. */
export type MachineAuthType = M2MToken | APIKey | IdPOAuthAccessToken;

/** The Auth object for a route that takes these kinds of tokens. */
export type InferAuthObjectFromToken<
  T extends TokenType,
  SessionType extends AuthObject,
  MachineType extends AuthObject,
> = T extends SessionTokenType ? SessionType : MachineType & { tokenType: Exclude<T, SessionTokenType> };

export type InferAuthObjectFromTokenArray<
  T extends readonly TokenType[],
  SessionType extends AuthObject,
  MachineType extends AuthObject,
> = SessionTokenType extends T[number]
  ? T[number] extends SessionTokenType
    ? SessionType
    : SessionType | (MachineType & { tokenType: Exclude<T[number], SessionTokenType> })
  : MachineType & { tokenType: Exclude<T[number], SessionTokenType> };

export type AuthOptions = PendingSessionOptions & { acceptsToken?: TokenType | TokenType[] | 'any' };

type Result<T, IsPromise extends boolean> = IsPromise extends true ? Promise<T> : T;
type MachinesAmong<T extends TokenType> = MachineAuthObject<Exclude<T, SessionTokenType>>;

/** `getAuth()` of a framework: its answer's type follows from `acceptsToken`. */
export interface GetAuthFn<RequestType, ReturnsPromise extends boolean = false> {
  <T extends TokenType[]>(
    request: RequestType,
    options: AuthOptions & { acceptsToken: T },
  ): Result<
    InferAuthObjectFromTokenArray<T, SessionAuthObject, MachinesAmong<T[number]>> | InvalidTokenAuthObject,
    ReturnsPromise
  >;
  <T extends TokenType>(
    request: RequestType,
    options: AuthOptions & { acceptsToken: T },
  ): Result<InferAuthObjectFromToken<T, SessionAuthObject, MachinesAmong<T>>, ReturnsPromise>;
  (request: RequestType, options: AuthOptions & { acceptsToken: 'any' }): Result<AuthObject, ReturnsPromise>;
  (request: RequestType, options?: PendingSessionOptions): Result<SessionAuthObject, ReturnsPromise>;
}

/** The same for frameworks that know the current request by themselves. */
export interface GetAuthFnNoRequest<
  SessionAuthType extends SessionAuthObject = SessionAuthObject,
  ReturnsPromise extends boolean = false,
> {
  <T extends TokenType[]>(
    options: AuthOptions & { acceptsToken: T },
  ): Result<
    InferAuthObjectFromTokenArray<T, SessionAuthType, MachinesAmong<T[number]>> | InvalidTokenAuthObject,
    ReturnsPromise
  >;
  <T extends TokenType>(
    options: AuthOptions & { acceptsToken: T },
  ): Result<InferAuthObjectFromToken<T, SessionAuthType, MachinesAmong<T>>, ReturnsPromise>;
  (
    options: AuthOptions & { acceptsToken: 'any' },
  ): Result<Exclude<AuthObject, SessionAuthObject> | SessionAuthType, ReturnsPromise>;
  (options?: PendingSessionOptions): Result<SessionAuthType, ReturnsPromise>;
}
