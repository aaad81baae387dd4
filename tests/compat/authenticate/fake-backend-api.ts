import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';
import { jwks, mintToken } from './instance.ts';

interface Answer {
  status: number;
  body: unknown;
}

/**
 * The few operations that authentication needs of a Backend API, answering by what the nonce, refresh
 * token or machine token is called: both SDKs get the same answer to the same question, with no
 * server's state in between.
 *
 * @returns its URL, and how to stop it
 */
export async function startFakeBackendApi(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = request.method === 'POST' ? ((await readJson(request)) as Record<string, string>) : {};
    const answer = answerTo(url, body);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(url: URL, body: Record<string, string>): Answer {
  // Machine tokens live outside the versioned paths.
  switch (url.pathname.replace(/^\/v1/, '')) {
    case '/jwks':
      return { status: 200, body: jwks };
    case '/clients/handshake_payload':
      return handshakePayload(url.searchParams.get('nonce') ?? '');
    case '/sessions/sess_1/refresh':
      return refreshed(body.refresh_token ?? '', url.searchParams.get('suffixed_cookies'));
    case '/api_keys/verify':
      return machine(body.secret ?? '', { object: 'api_key', type: 'api_key', name: 'Key', subject: 'user_1', claims: { tier: 'gold' }, scopes: ['read'] });
    case '/m2m_tokens/verify':
      return machine(body.token ?? '', { object: 'machine_to_machine_token', subject: 'mch_1', scopes: ['mch_2'], claims: null });
    case '/oauth_applications/access_tokens/verify':
      return machine(body.access_token ?? '', { object: 'clerk_idp_oauth_access_token', client_id: 'client_1', type: 'oauth:access_token', subject: 'user_1', scopes: ['profile'] });
    default:
      return failure(404, 'resource_not_found');
  }
}

function handshakePayload(nonce: string): Answer {
  if (nonce === 'signed-in') return { status: 200, body: { directives: [`__session=${mintToken()}; Path=/`, '__client_uat=1; Path=/'] } };
  if (nonce === 'signed-out') return { status: 200, body: { directives: ['__session=; Path=/; Max-Age=0', '__client_uat=0; Path=/'] } };
  return failure(404, 'resource_not_found');
}

function refreshed(refreshToken: string, suffixed: string | null): Answer {
  if (refreshToken === 'good') {
    return { status: 200, body: { object: 'cookies', cookies: [`__session=${mintToken({ type: 'production' })}; Path=/`, `__suffixed=${suffixed}`] } };
  }
  if (refreshToken === 'empty') return { status: 200, body: { object: 'cookies', cookies: [] } };
  if (refreshToken === 'forged') return { status: 200, body: { object: 'cookies', cookies: [`__session=${mintToken({ forged: true })}; Path=/`] } };
  if (refreshToken === 'nameless') return { status: 400, body: { errors: [] } };
  return failure(401, 'refresh_token_revoked');
}

/** Tokens that end in what should become of them. */
function machine(token: string, resource: object): Answer {
  if (token.endsWith('_unknown')) return failure(404, 'token_not_found');
  if (token.endsWith('_refused')) return failure(401, 'clerk_key_invalid');
  if (token.endsWith('_broken')) return failure(422, 'unprocessable');
  return { status: 200, body: { id: 'machine_1', revoked: false, revocation_reason: null, expired: false, expiration: null, created_at: 1, updated_at: 1, created_by: null, description: null, last_used_at: null, ...resource } };
}

function failure(status: number, code: string): Answer {
  return { status, body: { errors: [{ code, message: code, long_message: code }], clerk_trace_id: 'trace' } };
}
