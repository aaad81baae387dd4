// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { Clerk } from '../clerk/clerk.ts';
import { startFapiServer, type Answers } from '../testing/fapi-server.ts';
import { clientJson, environmentJson, PRODUCTION_KEY, sessionJson } from '../testing/fixtures.ts';

let close: (() => unknown) | undefined;
afterEach(() => close?.());

function signInJson(status: string, verification: object | null = null) {
  return {
    object: 'sign_in_attempt', id: 'sia_1', status, supported_identifiers: [], supported_first_factors: [], supported_second_factors: null,
    first_factor_verification: verification, second_factor_verification: null, identifier: 'ada@example.com', user_data: null,
    created_session_id: status === 'complete' ? 'sess_1' : null,
  };
}

async function load(answers: Answers) {
  const server = await startFapiServer({
    'GET /environment': { body: environmentJson() },
    'GET /client': { body: { response: clientJson() } },
    ...answers,
  });
  close = server.close;
  const clerk = new Clerk(PRODUCTION_KEY, { proxyUrl: server.url });
  await clerk.load({ polling: false, standardBrowser: false });
  if (!clerk.client) throw new Error('the client was not loaded');
  return { server, clerk, client: clerk.client };
}

it('waits until an email link has been followed, and then knows the session that came of it', async () => {
  let polls = 0;
  const started = { body: { response: signInJson('needs_first_factor'), client: clientJson() } };
  const { client } = await load({
    'POST /client/sign_ins': started,
    'POST /client/sign_ins/sia_1/prepare_first_factor': started,
    'GET /client/sign_ins/sia_1': () =>
      ++polls < 2
        ? { body: { response: signInJson('needs_first_factor', { status: 'unverified', strategy: 'email_link' }), client: clientJson() } }
        : { body: { response: signInJson('complete', { status: 'verified', strategy: 'email_link' }), client: clientJson([sessionJson('sess_1')]) } },
  });
  const signIn = await client.signIn.create({ identifier: 'ada@example.com' });
  const { startEmailLinkFlow } = signIn.createEmailLinkFlow();
  const done = await startEmailLinkFlow({ emailAddressId: 'idn_1', redirectUrl: 'https://app.test/verify' });
  expect([done.status, done.createdSessionId, polls]).toEqual(['complete', 'sess_1', 2]);
  expect(client.signedInSessions.map(({ id }) => id)).toEqual(['sess_1']);
});

it('leaves for a provider with absolute redirect URLs', async () => {
  const verification = { status: 'unverified', strategy: 'oauth_google', external_verification_redirect_url: 'http://localhost:3000/#to-the-provider' };
  const { client, server } = await load({ 'POST /client/sign_ins': { body: { response: signInJson('needs_first_factor', verification), client: clientJson() } } });
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('http://localhost:3000/');
  await client.signIn.authenticateWithRedirect({ strategy: 'oauth_google', redirectUrl: '/sso-callback', redirectUrlComplete: '/home' });
  expect(server.requests.at(-1)?.form).toMatchObject({
    strategy: 'oauth_google',
    redirect_url: 'http://localhost:3000/sso-callback',
    action_complete_redirect_url: 'http://localhost:3000/home',
  });
  expect(window.location.hash).toBe('#to-the-provider');
});

it('says so when the server names no place to go on', async () => {
  const { client } = await load({ 'POST /client/sign_ins': { body: { response: signInJson('needs_identifier'), client: clientJson() } } });
  const leave = client.signIn.authenticateWithRedirect({ strategy: 'oauth_google', redirectUrl: '/sso-callback', redirectUrlComplete: '/home' });
  await expect(leave).rejects.toMatchObject({ code: 'external_redirect_missing' });
});

it('carries what the server found wrong, with the field it is about', async () => {
  const { client } = await load({
    'POST /client/sign_ins': {
      status: 422,
      headers: { 'retry-after': '30' },
      body: { errors: [{ code: 'form_password_incorrect', message: 'wrong', long_message: 'Password is incorrect.', meta: { param_name: 'password' } }], clerk_trace_id: 'trace_1' },
    },
  });
  await expect(client.signIn.create({ identifier: 'ada', strategy: 'password', password: 'no' })).rejects.toMatchObject({
    message: 'Password is incorrect.', status: 422, clerkTraceId: 'trace_1', retryAfter: 30,
    errors: [{ code: 'form_password_incorrect', longMessage: 'Password is incorrect.', meta: { paramName: 'password' } }],
  });
});
