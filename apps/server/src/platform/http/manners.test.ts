import { connect, type Socket } from 'node:net';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, startTestApp, testApp, type TestApp, type TestInstance } from '../../testing/app.ts';

let test: TestInstance;
let http: FastifyInstance;
beforeAll(async () => {
  test = await createTestInstance();
  ({ http } = await testApp());
});

const ORIGIN = 'https://app.example.com';

/** A request of a page on another origin to the instance. */
async function ask(path: string, request: InjectOptions = {}) {
  const { statusCode, headers, body } = await http.inject({ url: `/i/${test.instance.slug}${path}`, ...request, headers: { origin: ORIGIN, ...request.headers } });
  return { status: statusCode, headers, code: body.startsWith('{"errors"') ? JSON.parse(body).errors[0].code : null, body };
}

const json = { 'content-type': 'application/json' };

describe('what cannot be read is refused in the documented shape, and the page that asked can read why', () => {
  it.each<[string, string, InjectOptions, number, string]>([
    ['an address that is no text', '/v1/client/sessions/%ff', {}, 400, 'malformed_request_parameters'],
    ['an address with half an escape', '/v1/client%zz', {}, 400, 'malformed_request_parameters'],
    ['an id longer than any', `/v1/client/sessions/${'x'.repeat(500)}`, {}, 404, 'resource_not_found'],
    ['JSON that breaks off', '/v1/client/sign_ins', { method: 'POST', headers: json, payload: '{"identifier":' }, 400, 'request_body_invalid'],
    ['JSON that reaches for the prototype', '/v1/client/sign_ins', { method: 'POST', headers: json, payload: '{"__proto__":{"a":1}}' }, 400, 'request_body_invalid'],
    ['another content type', '/v1/client/sign_ins', { method: 'POST', headers: { 'content-type': 'application/xml' }, payload: '<a/>' }, 415, 'unsupported_content_type'],
    ['a body without end', '/v1/client/sign_ins', { method: 'POST', headers: json, payload: JSON.stringify({ identifier: 'x'.repeat(1024 * 1024) }) }, 413, 'bad_request'],
    ['an unknown path', '/v1/nothing/here', {}, 404, 'resource_not_found'],
  ])('%s', async (_name, path, request, status, code) => {
    const answer = await ask(path, request);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': ORIGIN, 'content-type': 'application/json', 'cache-control': 'no-store' });
    expect(JSON.parse(answer.body).clerk_trace_id).toBe(answer.headers['x-clerk-trace-id']);
  });
});

it('a value of another type is refused in words for people', async () => {
  const { status, body } = await test.bapi('POST', '/v1/users', { json: { first_name: { given: 'Ada' } } });
  expect([status, body.errors[0].long_message]).toEqual([422, 'First name has the wrong type: it must be text.']);
});

it('a number out of bounds is told the bounds', async () => {
  const told = async (limit: string) => (await test.bapi('GET', '/v1/users', { query: { limit } })).body.errors[0].long_message;
  expect([await told('0'), await told('501')]).toEqual(['Limit must be at least 1.', 'Limit must be at most 500.']);
});

it('a list of too few or too many is told how many there may be', async () => {
  const told = async (count: number) => (await test.bapi('POST', '/v1/users/ban', { json: { user_ids: Array.from({ length: count }, (_, at) => `user_${at}`) } })).body.errors[0];
  expect(await told(0)).toMatchObject({ code: 'form_param_format_invalid', long_message: 'User ids must hold at least one value.', meta: { param_name: 'user_ids' } });
  expect(await told(51)).toMatchObject({ code: 'form_param_array_size_exceeded', long_message: 'User ids may hold at most 50 values. Send fewer at once.', meta: { param_name: 'user_ids' } });
});

it('parameters in parts are refused, not taken for none', async () => {
  const { devBrowser } = await signedOut();
  const payload = '--x\r\nContent-Disposition: form-data; name="first_name"\r\n\r\nAda\r\n--x--\r\n';
  const answer = await ask(`/v1/client/sign_ups?__clerk_db_jwt=${devBrowser}`, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload });
  expect([answer.status, answer.code]).toEqual([415, 'unsupported_content_type']);
});

/** A browser that has been here before. */
async function signedOut() {
  const browser = test.browser();
  await browser.get('/v1/environment');
  return browser;
}

describe('who may not ask has nothing read or checked', () => {
  it.each<[string, string, InjectOptions]>([
    ['a parameter that there is not', '/v1/me', { method: 'PATCH', headers: json, payload: { nonsense: 1 } }],
    ['parameters that are missing', '/v1/me/email_addresses', { method: 'POST' }],
    ['a body that cannot be read', '/v1/me', { method: 'PATCH', headers: json, payload: '{' }],
    ['a content type that cannot be read', '/v1/me/profile_image', { method: 'POST', headers: { 'content-type': 'video/mp4' }, payload: 'x' }],
  ])('%s', async (_name, path, request) => {
    const answer = await ask(path, request);
    expect([answer.status, answer.code]).toEqual([401, 'dev_browser_unauthenticated']);
  });
});

describe('answers', () => {
  it('are kept by nobody, unless they are the same for everybody, and name their trace', async () => {
    const environment = await ask('/v1/environment');
    expect(environment.headers['cache-control']).toBe('no-store');
    expect(environment.headers['x-clerk-trace-id']).toMatch(/^[0-9a-f]{32}$/);
    expect((await ask('/.well-known/jwks.json')).headers['cache-control']).toBe('public, max-age=300');
    expect((await test.bapi('GET', '/v1/users')).headers).toMatchObject({ 'cache-control': 'no-store', 'x-clerk-trace-id': expect.any(String) });
  });

  it('to a preflight allow what it asks for', async () => {
    const { status, headers } = await ask('/v1/client', {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization, content-type' },
    });
    expect([status, headers['access-control-allow-headers'], headers['access-control-allow-credentials']]).toEqual([204, 'authorization, content-type', 'true']);
  });

  it('to a preflight never allow what only proxies say', async () => {
    const { headers } = await ask('/v1/client', {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'clerk-proxy-url,Clerk-Secret-Key,x-mobile' },
    });
    expect(headers['access-control-allow-headers']).toBe('x-mobile');
  });

  it('of the Backend API and of the server itself are not for pages of other origins', async () => {
    for (const url of ['/api/v1/users', '/inbox', '/']) {
      const { headers } = await http.inject({ url, headers: { origin: ORIGIN, authorization: `Bearer ${test.secretKey}` } });
      expect([url, headers['access-control-allow-origin']]).toEqual([url, undefined]);
    }
  });
});

describe('what is no HTTP', () => {
  let listening: TestApp;
  let port: number;
  beforeAll(async () => {
    listening = await startTestApp();
    port = Number(new URL(await listening.http.listen({ host: '127.0.0.1', port: 0 })).port);
  });
  afterAll(() => listening.http.close());

  it.each([
    ['an unknown method', 'FOO / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['headers beyond all measure', `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'x'.repeat(64 * 1024)}\r\n\r\n`, 431],
  ])('%s is refused in the documented shape', async (_name, request, status) => {
    const answer = await speak(port, request);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(JSON.parse(body)).toMatchObject({ errors: [{ code: 'bad_request', long_message: expect.any(String) }], clerk_trace_id: expect.any(String) });
  });
});

it('a request that is open when the server is told to stop is answered, and nothing waits for another on its connection', async () => {
  const stopping = await startTestApp();
  const { instance } = await createTestInstance({}, stopping);
  const port = Number(new URL(await stopping.http.listen({ host: '127.0.0.1', port: 0 })).port);
  const arrived = new Promise((resolve) => stopping.http.server.once('request', resolve));
  const socket = connect(port, '127.0.0.1', () => socket.write(`POST /i/${instance.slug}/v1/dev_browser HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{`));
  const answer = textOf(socket);
  await arrived;
  const stopped = stopping.http.close();
  socket.write('}');
  expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
  await stopped;
});

/** Everything that the server answers to what is written to it, until it closes the connection. */
function speak(port: number, words: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(words));
  return textOf(socket);
}

function textOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part) => (text += part)).on('close', () => resolve(text)).on('error', reject);
  });
}
