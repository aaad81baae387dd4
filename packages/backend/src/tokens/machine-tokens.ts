/** Tokens of programs are not self-contained: the Backend API says whether they hold, each time. */
import type { ApiClient } from '../api/client.ts';
import { createBackendApiClient } from '../api/client.ts';
import { isClerkAPIResponseError } from '../api/error.ts';
import type { MachineAuthType } from '../auth/types.ts';
import { MachineTokenVerificationError, MachineTokenVerificationErrorCode as Code } from '../errors.ts';
import { defaultApiUrl } from '../urls.ts';
import { getMachineTokenType, TokenType, type MachineTokenType } from './token-types.ts';
import type { VerifyTokenOptions } from './verify-token.ts';

/** @throws MachineTokenVerificationError */
export async function verifyMachineToken(client: ApiClient, token: string, machineSecretKey?: string): Promise<MachineAuthType> {
  const type = getMachineTokenType(token);
  try {
    switch (type) {
      case TokenType.ApiKey:
        return await client.apiKeys.verifySecret(token);
      case TokenType.OAuthToken:
        return await client.idPOAuthAccessToken.verifyAccessToken(token);
      case TokenType.M2MToken:
        return await client.m2m.verifyToken({ token, machineSecretKey });
    }
  } catch (error) {
    throw toMachineError(type, error);
  }
}

const NAMES: Record<MachineTokenType, string> = { api_key: 'API key', oauth_token: 'OAuth token', m2m_token: 'Machine token' };

function toMachineError(type: MachineTokenType, error: unknown): MachineTokenVerificationError {
  const status = isClerkAPIResponseError(error) ? error.status : 0;
  if (status === 401) {
    return new MachineTokenVerificationError({ code: Code.InvalidSecretKey, message: 'Invalid secret key', status });
  }
  if (status === 404) {
    return new MachineTokenVerificationError({ code: Code.TokenInvalid, message: `${NAMES[type]} not found`, status });
  }
  return new MachineTokenVerificationError({ code: Code.UnexpectedError, message: 'Unexpected error', status });
}

type MachineTokenResult =
  | { data: MachineAuthType; tokenType: MachineTokenType; errors?: undefined }
  | { data?: undefined; tokenType: MachineTokenType; errors: [MachineTokenVerificationError] };

/** Verifies a machine's token of any kind; the result holds either `data` or `errors`. */
export async function verifyMachineAuthToken(
  token: string,
  options: VerifyTokenOptions & { machineSecretKey?: string },
): Promise<MachineTokenResult> {
  const tokenType = getMachineTokenType(token);
  const client = createBackendApiClient({ ...options, apiUrl: options.apiUrl ?? defaultApiUrl(options) });
  try {
    return { tokenType, data: await verifyMachineToken(client, token, options.machineSecretKey) };
  } catch (error) {
    if (error instanceof MachineTokenVerificationError) return { tokenType, errors: [error] };
    throw error;
  }
}
