// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { Clerk } from '../clerk/clerk.ts';
import { startFapiServer } from '../testing/fapi-server.ts';
import { clientJson, environmentJson, PRODUCTION_KEY } from '../testing/fixtures.ts';

let close: (() => unknown) | undefined;
afterEach(() => close?.());

const signUp = {
  object: 'sign_up_attempt', id: 'sua_1', status: 'missing_requirements', required_fields: ['email_address'], optional_fields: [], missing_fields: [],
  unverified_fields: ['email_address'], verifications: {
    external_account: { status: 'unverified', strategy: 'oauth_google', external_verification_redirect_url: 'https://provider.example/authorize' },
  },
  username: null, first_name: null, last_name: null, email_address: 'ada@example.com', phone_number: null, web3_wallet: null,
  password_enabled: true, unsafe_metadata: {}, created_session_id: null, created_user_id: null, abandon_at: 1, legal_accepted_at: null,
};

async function load() {
  const answer = { body: { response: signUp, client: clientJson([], { sign_up: signUp as never }) } };
  const server = await startFapiServer({
    'GET /environment': { body: environmentJson() },
    'GET /client': { body: { response: clientJson() } },
    'POST /client/sign_ups': answer,
    'PATCH /client/sign_ups/sua_1': answer,
    'POST /client/sign_ups/sua_1/prepare_verification': answer,
    'POST /client/sign_ups/sua_1/attempt_verification': answer,
  });
  close = server.close;
  const clerk = new Clerk(PRODUCTION_KEY, { proxyUrl: server.url });
  await clerk.load({ polling: false, standardBrowser: false });
  return { server, clerk, future: () => clerk.client?.signUp.__internal_future };
}

it('begins with a password, adds to the attempt, and has the address verified', async () => {
  const { server, future } = await load();
  await future()?.password({ password: 'a good one', emailAddress: 'ada@example.com', firstName: 'Ada' });
  await future()?.update({ legalAccepted: true });
  await future()?.verifications.sendEmailCode();
  expect(await future()?.verifications.verifyEmailCode({ code: '424242' })).toEqual({ error: null });
  expect(server.requests.slice(-4).map(({ path, form }) => [path, form])).toMatchObject([
    ['/client/sign_ups', { password: 'a good one', email_address: 'ada@example.com', first_name: 'Ada' }],
    ['/client/sign_ups/sua_1', { legal_accepted: 'true' }],
    ['/client/sign_ups/sua_1/prepare_verification', { strategy: 'email_code' }],
    ['/client/sign_ups/sua_1/attempt_verification', { strategy: 'email_code', code: '424242' }],
  ]);
});

it('takes along to a provider what the person has told', async () => {
  const { server, future } = await load();
  const popup = { location: { href: '' }, closed: true, addEventListener: () => undefined } as unknown as Window;
  void future()?.sso({ strategy: 'oauth_google', redirectUrl: '/done', redirectCallbackUrl: '/sso', popup, firstName: 'Ada', emailAddress: 'ada@example.com' });
  await expect.poll(() => server.requests.at(-1)?.form).toMatchObject({ strategy: 'oauth_google', first_name: 'Ada', email_address: 'ada@example.com' });
});

it('forgets an attempt', async () => {
  const { clerk, future } = await load();
  await future()?.create({ emailAddress: 'ada@example.com' });
  expect(clerk.__internal_state.signUpSignal().signUp?.id).toBe('sua_1');
  await future()?.reset();
  expect(clerk.__internal_state.signUpSignal().signUp?.id).toBeUndefined();
  expect((await future()?.finalize())?.error).toMatchObject({ code: 'session_missing' });
});
