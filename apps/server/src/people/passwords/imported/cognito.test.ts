import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cognito } from './cognito.ts';

const DIGEST = 'awscognito#eu-central-1_Ab12#client1#ada@example.com';

/** Answers InitiateAuth as Amazon documents it. */
async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  expect(request.headers['x-amz-target']).toBe('AWSCognitoIdentityProviderService.InitiateAuth');
  const { AuthFlow, ClientId, AuthParameters } = JSON.parse(Buffer.concat(chunks).toString());
  expect([AuthFlow, ClientId, AuthParameters.USERNAME]).toEqual(['USER_PASSWORD_AUTH', 'client1', 'ada@example.com']);
  const failure = (type: string, message: string) => ({ status: 400, body: { __type: type, message } });
  switch (AuthParameters.PASSWORD) {
    case 'right':
      return { status: 200, body: { AuthenticationResult: { AccessToken: 'token' } } };
    case 'right, with a second factor':
      return { status: 200, body: { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: 'session' } };
    case 'not enabled':
      return failure('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client');
    case 'busy':
      return failure('TooManyRequestsException', 'Rate exceeded');
    default:
      return failure('com.amazonaws.cognito#NotAuthorizedException', 'Incorrect username or password.');
  }
}

describe('awscognito', () => {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  const hasher = cognito((region) => {
    asked.push(region);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('asks the region of the user pool whether a password is right', async () => {
    expect(await hasher.verify(DIGEST, 'right')).toBe(true);
    expect(await hasher.verify(DIGEST, 'right, with a second factor')).toBe(true);
    expect(await hasher.verify(DIGEST, 'wrong')).toBe(false);
    expect(new Set(asked)).toEqual(new Set(['eu-central-1']));
  });

  it('takes no failure for a wrong password', async () => {
    await expect(hasher.verify(DIGEST, 'not enabled')).rejects.toMatchObject({ code: 'aws_cognito_user_password_auth_not_enabled' });
    await expect(hasher.verify(DIGEST, 'busy')).rejects.toMatchObject({ code: 'service_unavailable' });
    const nobody = cognito(() => 'http://127.0.0.1:1/');
    await expect(nobody.verify(DIGEST, 'right')).rejects.toMatchObject({ code: 'service_unavailable' });
  });
});
