// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clientJson, environmentJson, PRODUCTION_KEY, sessionJson } from '../testing/fixtures.ts';
import { startFapiServer, type Answers } from '../testing/fapi-server.ts';
import type { ClerkOptions } from '../types/clerk.ts';
import { Clerk } from './clerk.ts';

let close: (() => unknown) | undefined;
beforeEach(() => (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('http://localhost:3000/app'));
afterEach(() => close?.());

const attempt = { supported_identifiers: [], supported_first_factors: null, supported_second_factors: null, first_factor_verification: null, second_factor_verification: null, user_data: null };
const signIn = (fields: object) => ({ object: 'sign_in_attempt', id: 'sia_1', identifier: null, created_session_id: null, ...attempt, ...fields });

/** Signs in with what Google's window gave, and answers where the app was asked to go. */
async function oneTap(answer: object, sessions: object[] = [], options: ClerkOptions = {}, more: Answers = {}) {
  const server = await startFapiServer({
    'GET /environment': { body: environmentJson() },
    'GET /client': { body: { response: clientJson() } },
    'POST /client/sign_ins': { body: { response: answer, client: clientJson(sessions, { last_active_session_id: null }) } },
    ...more,
  });
  close = server.close;
  const clerk = new Clerk(PRODUCTION_KEY, { proxyUrl: server.url });
  await clerk.load({ polling: false, standardBrowser: false, ...options });
  const went: string[] = [];
  const found = await clerk.authenticateWithGoogleOneTap({ token: 'google says' });
  await clerk.handleGoogleOneTapCallback(found, { signInForceRedirectUrl: '/done' }, (to) => void went.push(to));
  return { clerk, went };
}

it.each<[name: string, options: ClerkOptions, expected: string]>([
  ['on the app’s own page', { signInUrl: '/sign-in' }, 'http://localhost:3000/sign-in#/factor-two'],
  ['on the instance’s page', {}, 'https://accounts.test/sign-in#/factor-two'],
])('asks for a second factor %s', async (_, options, expected) => {
  const { went } = await oneTap(signIn({ status: 'needs_second_factor' }), [], options);
  expect(went).toEqual([expected]);
});

it.each<[name: string, session: object, expected: string]>([
  ['where the app wants', sessionJson('sess_1'), 'http://localhost:3000/done'],
  ['first to what the session still needs', sessionJson('sess_1', { status: 'pending', tasks: [{ key: 'setup-mfa' }] }), '/sign-in#/tasks/setup-mfa?redirect_url='],
])('goes, by the app’s own navigation, %s', async (_, session, expected) => {
  const done = signIn({ status: 'complete', created_session_id: 'sess_1' });
  const { clerk, went } = await oneTap(done, [session], { signInUrl: '/sign-in' }, {
    'POST /client/sessions/sess_1/touch': { body: { response: session, client: clientJson([session]) } },
    'POST /client/sessions/sess_1/tokens': { body: { jwt: sessionJson('sess_1').last_active_token.jwt } },
  });
  expect(went).toEqual([expect.stringContaining(expected)]);
  expect(clerk.session?.id).toBe('sess_1');
});
