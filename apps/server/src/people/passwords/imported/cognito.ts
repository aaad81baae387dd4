import { apiError } from '@foyer/protocol/errors';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { SECOND } from '../../../platform/clock.ts';
import type { Hasher } from './hasher.ts';

/** `awscognito#<user pool>#<app client>#<identifier>`; the pool's id begins with its region. */
const COGNITO = /^awscognito#([a-z]{2}(?:-[a-z]+)+-\d)_[A-Za-z0-9]+#([a-z0-9]+)#([^#]+)$/;
const TIMEOUT = 10 * SECOND;

const Failure = Type.Object({ __type: Type.String(), message: Type.Optional(Type.String()) });

/**
 * Amazon Cognito gives no hashes away, but says whether a password is right: asked once, at the first sign-in, whose
 * password is then hashed by us. Source: docs.aws.amazon.com/cognito-user-identity-pools, InitiateAuth
 *
 * @param endpoint where a region's Cognito is reached
 */
export function cognito(endpoint: (region: string) => string): Hasher {
  return {
    remote: true,
    accepts: (digest) => COGNITO.test(digest),
    async verify(digest, password) {
      const [, region, clientId, username] = COGNITO.exec(digest) ?? [];
      if (!region) return false;
      const response = await fetch(endpoint(region), {
        method: 'POST',
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
        body: JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId, AuthParameters: { USERNAME: username, PASSWORD: password } }),
        signal: AbortSignal.timeout(TIMEOUT),
      }).catch((error: unknown) => {
        throw apiError('service_unavailable', { retryAfter: 10, cause: error });
      });
      // Tokens, or a further step such as a second factor: either way the password was right.
      if (response.ok) return true;
      return refuse(await response.json().catch(() => null));
    },
  };
}

/** What Cognito's refusal means: a wrong password, or that it cannot tell. */
function refuse(failure: unknown): false {
  const { __type: type, message = '' } = Check(Failure, failure) ? failure : { __type: 'no reason' };
  if (/NotAuthorizedException$|UserNotFoundException$/.test(type)) return false;
  if (type.endsWith('InvalidParameterException') && message.includes('USER_PASSWORD_AUTH')) throw apiError('aws_cognito_user_password_auth_not_enabled');
  throw apiError('service_unavailable', { retryAfter: 10, cause: new Error(`Cognito answered with ${type}.`) });
}

export const awsCognito = cognito((region) => `https://cognito-idp.${region}.amazonaws.com/`);
