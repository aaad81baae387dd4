import { createHash, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the scenario gets to know, as JSON: everything that a runtime may do for itself is left to it. */
export type Instance = ReturnType<typeof describeInstance>;

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KID = 'ins_runtimes';

function describeInstance(apiUrl: string) {
  const now = Math.floor(Date.now() / 1000);
  const publishableKey = `pk_live_${btoa('clerk.example.com$')}`;
  const suffix = createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
  const origin = 'https://app.example.com';
  const claims = { iss: 'https://clerk.example.com', sub: 'user_1', sid: 'sess_1', azp: origin, iat: now - 5, nbf: now - 15, exp: now + 3600 };
  const token = signed(claims, own.privateKey);
  return {
    publishableKey,
    secretKey: 'sk_live_runtimes',
    apiUrl,
    origin,
    jwtKey: String(own.publicKey.export({ type: 'spki', format: 'pem' })),
    token,
    forged: signed(claims, stranger.privateKey),
    cookie: `__session_${suffix}=${token}; __session=${token}; __client_uat_${suffix}=${now - 10}; __client_uat=${now - 10}`,
    handshake: signed({ handshake: [`__session=${token}; Path=/`, `__client_uat=${now - 10}; Path=/`] }, own.privateKey),
    webhook: signedWebhook(JSON.stringify({ type: 'user.created', object: 'event', data: { id: 'user_1' } }), now),
  };
}

function signed(payload: object, key: KeyObject): string {
  const text = [{ alg: 'RS256', kid: KID, typ: 'JWT' }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/** A delivery while its secret is being rotated: two signatures, of which the second one is ours. */
function signedWebhook(body: string, now: number) {
  const secret = Buffer.from('the secret of an endpoint').toString('base64');
  const signature = createHmac('sha256', Buffer.from(secret, 'base64')).update(`msg_1.${now}.${body}`).digest('base64');
  const headers = { 'svix-id': 'msg_1', 'svix-timestamp': String(now), 'svix-signature': `v1,of+another/secret= v1,${signature}` };
  return { secret: `whsec_${secret}`, headers, body };
}

/** The few operations that the scenario asks of a Backend API. */
export async function startInstance(): Promise<{ instance: Instance; stop(): Promise<void> }> {
  let refused = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status = 200, headers = {}, body } = answer(`${request.method} ${request.url}`, Buffer.concat(chunks), request.headers['content-type'] ?? '');
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    });
  });

  function answer(operation: string, sent: Buffer, type: string): { status?: number; headers?: Record<string, string>; body: unknown } {
    switch (operation) {
      case 'GET /v1/jwks':
        return { body: { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', alg: 'RS256' }] } };
      case 'GET /v1/users/user_1':
        return { body: user('user_1', 'Ada') };
      case 'POST /v1/users':
        return { body: user('user_2', (JSON.parse(sent.toString()) as { first_name: string }).first_name) };
      case 'POST /v1/users/user_1/profile_image':
        return { body: user('user_1', type.startsWith('multipart/form-data') && sent.includes('picture') ? 'Pictured' : 'Without a picture') };
      case 'GET /v1/users/user_busy':
        return refused++ % 2 === 0
          ? { status: 429, headers: { 'retry-after': '0' }, body: failure('rate_limit_exceeded') }
          : { body: user('user_busy', 'Patient') };
      default:
        return { status: 404, body: failure('resource_not_found') };
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    instance: describeInstance(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function user(id: string, firstName: string) {
  return { object: 'user', id, first_name: firstName, email_addresses: [], phone_numbers: [], web3_wallets: [], external_accounts: [], saml_accounts: [] };
}

function failure(code: string) {
  return { errors: [{ code, message: code, long_message: code }], clerk_trace_id: 'trace_1' };
}
