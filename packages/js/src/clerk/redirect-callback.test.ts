// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { ClerkAPIResponseError } from '../core/errors.ts';
import type { SignInResource } from '../types/sign-in.ts';
import type { SignUpResource } from '../types/sign-up.ts';
import { handleRedirectCallback } from './redirect-callback.ts';

type Attempt = Record<string, unknown>;

/** Runs the callback for attempts in these states, and answers what it did. */
async function outcome(signIn: Attempt, signUp: Attempt = {}, params: object = {}) {
  const done: unknown[] = [];
  await handleRedirectCallback({
    params,
    signIn: { firstFactorVerification: {}, supportedFirstFactors: [], create: vi.fn(), ...signIn } as unknown as SignInResource,
    signUp: { verifications: { externalAccount: {} }, missingFields: [], unverifiedFields: [], create: vi.fn(), ...signUp } as unknown as SignUpResource,
    setActive: async ({ session, redirectUrl }) => void done.push(`activate ${session} → ${redirectUrl}`),
    navigate: (to) => done.push(to.replace('http://localhost:3000', '')),
    pages: { signInUrl: '/sign-in', signUpUrl: '/sign-up', ...params },
    afterUrl: (flow) => `/after-${flow}`,
    pendingTaskUrl: () => undefined,
  });
  return done.join();
}

const external = (externalAccount: Attempt) => ({ externalAccount });
const transferredUp = { status: 'missing_requirements', id: 'sua_1', missingFields: [], unverifiedFields: ['phone_number'] };
const refusal = new ClerkAPIResponseError('no', { data: [{ code: 'sign_up_mode_restricted', message: 'no' }], status: 403 });

it.each<[name: string, expected: string, signIn: Attempt, signUp?: Attempt, params?: object]>([
  ['a finished sign-in', 'activate s1 → /after-signIn', { status: 'complete', createdSessionId: 's1' }],
  ['a finished sign-up', 'activate s2 → /after-signUp', {}, { status: 'complete', createdSessionId: 's2' }],
  [
    'an account that is somebody’s already', 'activate s3 → /after-signIn',
    { create: async () => ({ status: 'complete', createdSessionId: 's3' }) },
    { verifications: external({ status: 'transferable', error: { code: 'external_account_exists' } }) },
  ],
  ['an account that nobody has', '/sign-up#/verify-phone-number', { firstFactorVerification: { status: 'transferable' } }, { create: async () => transferredUp }],
  ['an account that nobody has, without transfer', '/sign-in', { firstFactorVerification: { status: 'transferable' } }, {}, { transferable: false }],
  ['a transfer that is refused', '/sign-up', { firstFactorVerification: { status: 'transferable' } }, { create: () => Promise.reject(refusal) }],
  ['a locked account', '/sign-in', { firstFactorVerification: { error: { code: 'user_locked' } } }],
  ['another proof', '/one', { status: 'needs_first_factor', supportedFirstFactors: [{ strategy: 'password' }] }, {}, { firstFactorUrl: '/one' }],
  ['nothing but the provider', '/sign-in', { status: 'needs_first_factor', supportedFirstFactors: [{ strategy: 'enterprise_sso' }] }],
  ['a second factor', '/sign-in#/factor-two', { status: 'needs_second_factor' }],
  ['a device that is new', '/sign-in#/factor-two', { status: 'needs_client_trust' }],
  ['a new password', '/sign-in#/reset-password', { status: 'needs_new_password' }],
  [
    'somebody signed in already', 'activate s4 → /after-signIn',
    { firstFactorVerification: { error: { code: 'identifier_already_signed_in', meta: { sessionId: 's4' } } } },
  ],
  ['a refused sign-up', '/sign-up', {}, { verifications: external({ error: { code: 'oauth_access_denied' } }) }],
  ['missing fields', '/more', {}, { status: 'missing_requirements', missingFields: ['username'], verifications: external({ status: 'verified' }) }, { continueSignUpUrl: '/more' }],
  ['nothing at all', '/sign-in', {}],
])('goes on after %s', async (_, expected, signIn, signUp, params) => {
  expect(await outcome(signIn, signUp, params)).toBe(expected);
});
