import { TokenVerificationError, TokenVerificationErrorReason as Reason, type TokenCarrier } from '../errors.ts';
import { TokenType } from '../tokens/token-types.ts';
import type { RequestContext } from './context.ts';
import { maybeHandshake } from './handshake.ts';
import { AuthErrorReason } from './reasons.ts';
import { tryRefresh } from './refresh.ts';
import { signedOut, type RequestState } from './state.ts';

/**
 * What becomes of a request whose session token was refused: an expired token is refreshed if that
 * is possible, a token out of its time goes through a handshake, anything else is signed out.
 */
export async function recoverFromTokenError(
  context: RequestContext,
  error: unknown,
  carrier: TokenCarrier,
): Promise<RequestState> {
  const { settings } = context;
  if (!(error instanceof TokenVerificationError)) {
    return signedOut(settings, TokenType.SessionToken, AuthErrorReason.UnexpectedError, String(error));
  }
  error.tokenCarrier = carrier;
  const message = error.getFullMessage();
  switch (error.reason) {
    case Reason.TokenExpired: {
      const refresh = await tryRefresh(context);
      if ('state' in refresh) return refresh.state;
      return maybeHandshake(context, `${AuthErrorReason.SessionTokenExpired}-refresh-${refresh.reason}`, message);
    }
    case Reason.TokenNotActiveYet:
      return maybeHandshake(context, AuthErrorReason.SessionTokenNBF, message);
    case Reason.TokenIatInTheFuture:
      return maybeHandshake(context, AuthErrorReason.SessionTokenIatInTheFuture, message);
    default:
      return signedOut(settings, TokenType.SessionToken, error.reason, message);
  }
}
