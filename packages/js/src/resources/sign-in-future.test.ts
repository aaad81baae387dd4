// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { Clerk } from '../clerk/clerk.ts';
import { startFapiServer } from '../testing/fapi-server.ts';
import { clientJson, environmentJson, PRODUCTION_KEY, sessionJson } from '../testing/fixtures.ts';

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

async function load(more: Parameters<typeof startFapiServer>[0] = {}) {
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
    ...more,
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

it('has the code of the second step sent by email, where that is offered', async () => {
  const factors = [{ strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'a**@example.com' }];
  const body = { response: { ...signIn, status: 'needs_second_factor', supported_second_factors: factors } };
  const { server, future } = await load({ 'POST /client/sign_ins': { body }, 'POST /client/sign_ins/sia_1/prepare_second_factor': { body }, 'POST /client/sign_ins/sia_1/attempt_second_factor': { body } });
  const attempt = future();
  await attempt?.create({ identifier: 'ada@example.com' });
  expect([await attempt?.mfa.sendEmailCode(), await attempt?.mfa.verifyEmailCode({ code: '424242' })]).toEqual([{ error: null }, { error: null }]);
  expect(server.requests.slice(-2).map(({ path, form }) => [path, form])).toMatchObject([
    ['/client/sign_ins/sia_1/prepare_second_factor', { strategy: 'email_code', email_address_id: 'idn_1' }],
    ['/client/sign_ins/sia_1/attempt_second_factor', { strategy: 'email_code', code: '424242' }],
  ]);
});

it('resets a forgotten password by phone', async () => {
  const body = { response: { ...signIn, supported_first_factors: [{ strategy: 'reset_password_phone_code', phone_number_id: 'idn_3', safe_identifier: '+1***' }] } };
  const { server, future } = await load({
    'POST /client/sign_ins': { body }, 'POST /client/sign_ins/sia_1/prepare_first_factor': { body },
    'POST /client/sign_ins/sia_1/attempt_first_factor': { body }, 'POST /client/sign_ins/sia_1/reset_password': { body },
  });
  const attempt = future();
  await attempt?.create({ identifier: '+15555550100' });
  await attempt?.resetPasswordPhoneCode.sendCode();
  await attempt?.resetPasswordPhoneCode.verifyCode({ code: '424242' });
  expect(await attempt?.resetPasswordPhoneCode.submitPassword({ password: 'a new one', signOutOfOtherSessions: true })).toEqual({ error: null });
  expect(server.requests.slice(-3).map(({ form }) => form)).toMatchObject([
    { strategy: 'reset_password_phone_code', phone_number_id: 'idn_3' },
    { strategy: 'reset_password_phone_code', code: '424242' },
    { password: 'a new one', sign_out_of_other_sessions: 'true' },
  ]);
});

it('takes the ticket from the address of the page', async () => {
  const { server, future } = await load();
  window.history.replaceState(null, '', '?__clerk_ticket=tick');
  await future()?.ticket();
  window.history.replaceState(null, '', window.location.pathname);
  expect(server.requests.at(-1)?.form).toMatchObject({ strategy: 'ticket', ticket: 'tick' });
});

it('does not sign anybody out by finishing an attempt too early', async () => {
  const { clerk, future } = await load();
  await future()?.create({ identifier: 'ada@example.com' });
  const result = await future()?.finalize();
  expect(result?.error).toMatchObject({ code: 'session_missing' });
  const [error] = clerk.__internal_state.signInSignal().errors.global ?? [];
  expect([error?.isClerkRuntimeError(), error?.isClerkApiResponseError()]).toEqual([true, false]);
});

it('forgets an attempt and what went wrong in it', async () => {
  const { clerk, future } = await load();
  await future()?.create({ identifier: 'ada@example.com' });
  await future()?.emailCode.verifyCode({ code: '000000' });
  const status = clerk.__internal_state.__internal_computed(() => clerk.__internal_state.signInSignal().signIn?.status);
  expect([status(), future()?.id]).toEqual(['needs_first_factor', 'sia_1']);
  expect(await future()?.reset()).toEqual({ error: null });
  expect([status(), future()?.id]).toEqual(['needs_identifier', undefined]);
  expect(clerk.__internal_state.signInSignal()).toMatchObject({ fetchStatus: 'idle', errors: { fields: { code: null }, global: null, raw: null } });
});

it('shows a finished attempt until its session is the active one, though the server has forgotten it', async () => {
  const session = sessionJson('sess_1');
  const done = { ...signIn, status: 'complete', created_session_id: 'sess_1' };
  const { clerk, future } = await load({
    'POST /client/sign_ins': { body: { response: done, client: clientJson([session], { last_active_session_id: null }) } },
    'POST /client/sessions/sess_1/touch': { body: { response: session, client: clientJson([session]) } },
    'POST /client/sessions/sess_1/tokens': { body: { jwt: session.last_active_token.jwt } },
  });
  const signal = () => clerk.__internal_state.signInSignal();
  const statuses = new Set<string | undefined>();
  const stop = clerk.__internal_state.__internal_effect(() => statuses.add(`${signal().fetchStatus} ${signal().signIn?.status}`));
  const attempt = future();
  await attempt?.password({ identifier: 'ada@example.com', password: 'a good one' });
  expect([...statuses]).toEqual(['idle needs_identifier', 'fetching needs_identifier', 'idle complete']);
  expect(signal().signIn).toBe(attempt);
  expect(await signal().signIn?.finalize()).toEqual({ error: null });
  stop();
  expect([clerk.session?.id, signal().signIn?.status]).toEqual(['sess_1', 'needs_identifier']);
});
