// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { Clerk } from '../clerk/clerk.ts';
import { startFapiServer } from '../testing/fapi-server.ts';
import { clientJson, environmentJson, PRODUCTION_KEY } from '../testing/fixtures.ts';

let close: (() => unknown) | undefined;
afterEach(() => close?.());

const signIn = {
  object: 'sign_in_attempt', id: 'sia_1', status: 'needs_first_factor', supported_identifiers: [], identifier: 'ada@example.com',
  supported_first_factors: [
    { strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'a**@example.com' },
    { strategy: 'email_code', email_address_id: 'idn_2', safe_identifier: 'l**@example.com' },
  ],
  supported_second_factors: null, first_factor_verification: null, second_factor_verification: null, user_data: null, created_session_id: null,
};

async function load() {
  const answer = { body: { response: signIn, client: clientJson([], { sign_in: signIn as never }) } };
  const server = await startFapiServer({
    'GET /environment': { body: environmentJson() },
    'GET /client': { body: { response: clientJson() } },
    'POST /client/sign_ins': answer,
    'POST /client/sign_ins/sia_1/prepare_first_factor': answer,
    'POST /client/sign_ins/sia_1/attempt_first_factor': {
      status: 422,
      body: { errors: [{ code: 'form_code_incorrect', message: 'is incorrect', long_message: 'Incorrect code', meta: { param_name: 'code' } }] },
    },
  });
  close = server.close;
  const clerk = new Clerk(PRODUCTION_KEY, { proxyUrl: server.url });
  await clerk.load({ polling: false, standardBrowser: false });
  return { server, clerk, future: () => clerk.client?.signIn.__internal_future };
}

it('begins with the identifier, then has the code sent to the address that was asked for', async () => {
  const { server, future } = await load();
  expect(await future()?.emailCode.sendCode({ emailAddress: 'ada@example.com', emailAddressId: 'idn_2' })).toEqual({ error: null });
  expect(server.requests.slice(-2).map(({ path, form }) => [path, form])).toMatchObject([
    ['/client/sign_ins', { identifier: 'ada@example.com' }],
    ['/client/sign_ins/sia_1/prepare_first_factor', { strategy: 'email_code', email_address_id: 'idn_2' }],
  ]);
});

it('answers what the server refuses, and tells views which field it is about', async () => {
  const { clerk, future } = await load();
  await future()?.create({ identifier: 'ada@example.com' });
  const statuses: string[] = [];
  const stop = clerk.__internal_state.__internal_effect(() => statuses.push(clerk.__internal_state.signInSignal().fetchStatus));
  const result = await future()?.emailCode.verifyCode({ code: '000000' });
  stop();
  expect(result?.error?.message).toBe('Incorrect code');
  expect(statuses).toEqual(['idle', 'fetching', 'idle']);
  const { errors } = clerk.__internal_state.signInSignal();
  expect([errors.fields['code']?.code, errors.fields['password'], errors.global]).toEqual(['form_code_incorrect', null, null]);
});

it('says so when the attempt does not offer a strategy', async () => {
  const { future } = await load();
  await future()?.create({ identifier: 'ada@example.com' });
  expect((await future()?.phoneCode.sendCode())?.error).toMatchObject({ code: 'factor_not_found' });
});
