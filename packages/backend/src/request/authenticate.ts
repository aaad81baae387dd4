/** Who sent this request? The way from a request to a RequestState. */
import { MachineTokenVerificationError } from '../errors.ts';
import { isMachineTokenType, isTokenTypeAccepted, tokenTypeOf, TokenType, type MachineTokenType, type SessionTokenType } from '../tokens/token-types.ts';
import { verifyMachineToken } from '../tokens/machine-tokens.ts';
import { verifyWithSource } from '../tokens/verify-token.ts';
import { RequestContext } from './context.ts';
import { authenticateByCookie } from './cookie-token.ts';
import { cookieSuffix } from './cookie-suffix.ts';
import { AuthErrorReason } from './reasons.ts';
import type { RequestView } from './request-view.ts';
import type { Settings } from './settings.ts';
import { machineSignedIn, signedIn, signedOut, signedOutInvalidToken, type RequestState } from './state.ts';
import { recoverFromTokenError } from './token-error.ts';

type Outcome<T extends TokenType | null = SessionTokenType> = RequestState<T> | Promise<RequestState<T>>;

/** Answers at once where nothing has to be waited for. */
export function authenticate(request: RequestView, settings: Settings): Outcome<TokenType | null> {
  const suffix = cookieSuffix(settings.publishableKey);
  return typeof suffix === 'string'
    ? judge(new RequestContext(request, settings, suffix))
    : suffix.then((suffix) => judge(new RequestContext(request, settings, suffix)));
}

function judge(context: RequestContext): Outcome<TokenType | null> {
  const { settings } = context;
  const { acceptsToken } = settings;
  const { tokenInHeader } = context;

  if (!tokenInHeader) {
    // Machines send their tokens in the header only.
    if (typeof acceptsToken === 'string' && isMachineTokenType(acceptsToken)) {
      return signedOut(settings, acceptsToken, 'No token in header');
    }
    if (!isTokenTypeAccepted(TokenType.SessionToken, acceptsToken)) return signedOutInvalidToken();
    return authenticateByCookie(context);
  }

  const tokenType = tokenTypeOf(tokenInHeader);
  if (!isTokenTypeAccepted(tokenType, acceptsToken)) {
    return typeof acceptsToken === 'string' && acceptsToken !== 'any'
      ? signedOut(settings, acceptsToken, AuthErrorReason.TokenTypeMismatch)
      : signedOutInvalidToken();
  }
  return tokenType === TokenType.SessionToken
    ? authenticateByHeader(context, tokenInHeader)
    : authenticateMachine(settings, tokenType, tokenInHeader);
}

function authenticateByHeader(context: RequestContext, token: string): Outcome {
  const { settings } = context;
  const recover = (error: unknown) => recoverFromTokenError(context, error, 'header');
  try {
    const verified = verifyWithSource(token, settings.keys, settings.expected);
    return verified instanceof Promise ? verified.then((jwt) => signedIn(settings, jwt)).catch(recover) : signedIn(settings, verified);
  } catch (error) {
    return recover(error);
  }
}

async function authenticateMachine<T extends MachineTokenType>(
  settings: Settings,
  tokenType: T,
  token: string,
): Promise<RequestState<T>> {
  const { apiClient, options } = settings;
  if (!apiClient) throw new Error('Machine tokens need an API client to be verified.');
  try {
    const verified = await verifyMachineToken(apiClient, token, options.machineSecretKey);
    return machineSignedIn(settings, tokenType, token, verified) as RequestState<T>;
  } catch (error) {
    if (!(error instanceof MachineTokenVerificationError)) throw error;
    return signedOut(settings, tokenType, error.code, error.getFullMessage()) as RequestState<T>;
  }
}
