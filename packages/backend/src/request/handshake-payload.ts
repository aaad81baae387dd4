/** Coming back from the Frontend API: what it says about the browser's cookies is verified and applied. */
import { constants } from '../constants.ts';
import { TokenVerificationError, TokenVerificationErrorReason as Reason } from '../errors.ts';
import { checkHeader } from '../jwt/checks.ts';
import { readJwt, type ReadJwt } from '../jwt/decode.ts';
import { verifySignature } from '../jwt/verify.ts';
import { TokenType } from '../tokens/token-types.ts';
import { verifyWithSource } from '../tokens/verify-token.ts';
import type { RequestContext } from './context.ts';
import { withoutHandshake } from './handshake.ts';
import { AuthErrorReason } from './reasons.ts';
import { findSessionToken } from './set-cookie.ts';
import type { Settings } from './settings.ts';
import { signedIn, signedOut, type SignedInState, type SignedOutState } from './state.ts';

const { Headers: HeaderNames } = constants;

const A_DAY_IN_MS = 24 * 60 * 60 * 1000;

/** Whether this request brings the result of a handshake. */
export function bringsHandshakeResult(context: RequestContext): boolean {
  return Boolean(context.handshakeNonce || context.handshakeToken);
}

/** @throws TokenVerificationError or ClerkAPIResponseError when the result cannot be trusted or fetched */
export async function resolveHandshake(context: RequestContext): Promise<SignedInState | SignedOutState> {
  const { settings } = context;
  const directives = await readDirectives(context);
  const headers = new Headers({
    // The redirect that brought us here may have been cross-origin (a fetch by the page).
    'Access-Control-Allow-Origin': 'null',
    'Access-Control-Allow-Credentials': 'true',
  });
  for (const directive of directives) headers.append('Set-Cookie', directive);
  if (settings.instanceType === 'development') {
    headers.append(HeaderNames.Location, withoutHandshake(context.url).href);
    headers.set(HeaderNames.CacheControl, 'no-store');
  }
  const token = findSessionToken(directives);
  if (!token) return signedOut(settings, TokenType.SessionToken, AuthErrorReason.SessionTokenMissing, '', headers);
  return signedIn(settings, await verifyFreshToken(token, settings), headers);
}

async function readDirectives({ settings, handshakeNonce, handshakeToken }: RequestContext): Promise<string[]> {
  if (handshakeNonce) {
    if (!settings.apiClient) throw new Error('A handshake nonce needs an API client to be redeemed.');
    const { directives } = await settings.apiClient.clients.getHandshakePayload({ nonce: handshakeNonce });
    return directives;
  }
  const jwt = readJwt(handshakeToken ?? '');
  checkHeader(jwt.header);
  // It lives for one redirect and holds no claims of a session; that the instance signed it is all there is to check.
  await verifySignature(jwt, await settings.keys.find(jwt.header.kid));
  const directives: unknown = jwt.payload['handshake'];
  return Array.isArray(directives) ? directives.filter((item) => typeof item === 'string') : [];
}

/** A token minted a moment ago can only seem expired or early to a clock that is wrong; in development that is forgiven, aloud. */
async function verifyFreshToken(token: string, { keys, expected, instanceType }: Settings): Promise<ReadJwt> {
  try {
    return await verifyWithSource(token, keys, expected);
  } catch (error) {
    if (instanceType !== 'development' || !isAboutTime(error)) throw error;
    console.error(`Clerk: The clock of this machine seems to be wrong. ${error.getFullMessage()}`);
    return verifyWithSource(token, keys, { ...expected, clockSkewInMs: A_DAY_IN_MS });
  }
}

function isAboutTime(error: unknown): error is TokenVerificationError {
  if (!(error instanceof TokenVerificationError)) return false;
  const { reason } = error;
  return reason === Reason.TokenExpired || reason === Reason.TokenNotActiveYet || reason === Reason.TokenIatInTheFuture;
}
