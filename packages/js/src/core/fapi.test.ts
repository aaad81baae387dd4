import { afterEach, expect, it } from 'vitest';
import { startFapiServer, type Answers } from '../testing/fapi-server.ts';
import { FapiClient } from './fapi.ts';

let close: (() => unknown) | undefined;
afterEach(() => close?.());

async function serve(answers: Answers) {
  const server = await startFapiServer(answers);
  close = server.close;
  const fapi = new FapiClient({ baseUrl: () => server.url, sessionId: () => 'sess_1' });
  return { server, fapi };
}

it('sends PATCH as a form post that names its verb, with version and session', async () => {
  const { server, fapi } = await serve({ 'PATCH /me': { body: { response: { id: 'user_1' } } } });
  const { payload } = await fapi.request({ method: 'PATCH', path: '/me', body: { firstName: 'Ada' } });
  expect(payload?.response).toEqual({ id: 'user_1' });
  const [request] = server.requests;
  expect(request?.form).toEqual({ first_name: 'Ada' });
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(Object.fromEntries(request?.search ?? [])).toMatchObject({
    _method: 'PATCH',
    __clerk_api_version: '2025-11-10',
    _clerk_session_id: 'sess_1',
  });
});

it('leaves the session out of client routes', async () => {
  const { server, fapi } = await serve({ 'GET /client': { body: { response: null } } });
  await fapi.request({ path: '/client' });
  expect(server.requests[0]?.search.has('_clerk_session_id')).toBe(false);
});

it('keeps the path of a proxy', () => {
  const fapi = new FapiClient({ baseUrl: () => 'https://app.example.com/__clerk/' });
  expect(fapi.buildUrl({ path: '/client' }).href).toMatch(/^https:\/\/app\.example\.com\/__clerk\/v1\/client\?/);
});

it('lets hooks change a request, stop it and read its answer', async () => {
  const { server, fapi } = await serve({ 'GET /client': { body: {}, headers: { 'x-country': 'NL' } } });
  let country: string | null = null;
  fapi.onBeforeRequest(({ url }) => url.searchParams.set('_is_native', '1'));
  fapi.onBeforeRequest(({ path }) => path !== '/forbidden');
  fapi.onAfterResponse((_, response) => { country = response.headers.get('x-country'); });
  await fapi.request({ path: '/client' });
  expect(country).toBe('NL');
  expect(server.requests[0]?.search.get('_is_native')).toBe('1');
  await expect(fapi.request({ path: '/forbidden' })).rejects.toMatchObject({ code: 'request_stopped' });
});

it('reads an answer without content, and tells what is wrong with one that is not JSON', async () => {
  const { fapi } = await serve({ 'POST /empty': { status: 204 }, 'POST /broken': { status: 200 } });
  expect((await fapi.request({ method: 'POST', path: '/empty' })).payload).toBeNull();
  await expect(fapi.request({ method: 'POST', path: '/broken' })).rejects.toMatchObject({ code: 'invalid_response' });
});

it('does not repeat a mutation that cannot reach the server', async () => {
  const { server, fapi } = await serve({});
  await server.close();
  await expect(fapi.request({ method: 'POST', path: '/me' })).rejects.toMatchObject({ code: 'network_error' });
});
