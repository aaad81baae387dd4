// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClerkAPIResponseError } from '../core/errors.ts';
import type { SignInResource } from '../types/sign-in.ts';
import type { SignUpResource } from '../types/sign-up.ts';
import { enterWithWallet } from './wallet-entry.ts';

beforeEach(() => vi.stubGlobal('ethereum', { request: async ({ method }: { method: string }) => (method === 'personal_sign' ? '0xsigned' : ['0xabc']) }));
afterEach(() => vi.unstubAllGlobals());

const nobody = new ClerkAPIResponseError('no', { data: [{ code: 'form_identifier_not_found', message: 'no' }], status: 422 });

/** Enters with a wallet whose sign-in, or else sign-up, comes to this, and answers where that led. */
async function outcome(signIn: object | Error | undefined, signUp: object = {}, params: { redirectUrl?: string } = {}) {
  const done: string[] = [];
  const told = vi.fn(async () => ({ missingFields: [], unverifiedFields: [], ...signUp }));
  await enterWithWallet('metamask', { unsafeMetadata: { plan: 'pro' }, ...params }, {
    signIn: { authenticateWithWeb3: () => (!signIn || signIn instanceof Error ? Promise.reject(signIn ?? nobody) : Promise.resolve(signIn)) } as unknown as SignInResource,
    signUp: { authenticateWithWeb3: told } as unknown as SignUpResource,
    pages: { signInUrl: 'https://app.test/in#/?redirect_url=%2Fend', signUpUrl: 'https://app.test/in#/create' },
    setActive: async ({ session, redirectUrl }) => void done.push(`${session} → ${redirectUrl}`),
    navigate: (to) => done.push(to),
    afterUrl: (flow) => `/after-${flow}`,
  });
  if (!signIn) expect(told).toHaveBeenCalledWith(expect.objectContaining({ identifier: '0xabc', strategy: 'web3_metamask_signature', unsafeMetadata: { plan: 'pro' } }));
  return done.join();
}

it.each<[name: string, expected: string, signIn: object | undefined, signUp?: object, params?: object]>([
  ['somebody known', 's1 → /after-signIn', { status: 'complete', createdSessionId: 's1' }],
  ['somebody known, to a page', 's1 → /end', { status: 'complete', createdSessionId: 's1' }, {}, { redirectUrl: '/end' }],
  ['somebody who owes a second factor', 'https://app.test/in#/factor-two?redirect_url=%2Fend', { status: 'needs_second_factor' }],
  ['somebody on a new device', 'https://app.test/in#/factor-two?redirect_url=%2Fend', { status: 'needs_client_trust' }],
  ['somebody who needs a new password', 'https://app.test/in#/reset-password?redirect_url=%2Fend', { status: 'needs_new_password' }],
  ['somebody new', 's2 → /after-signUp', undefined, { status: 'complete', createdSessionId: 's2' }],
  ['somebody new who has more to tell', 'https://app.test/in#/create/continue', undefined, { status: 'missing_requirements', missingFields: ['username'] }],
  ['somebody new with an address to verify', 'https://app.test/in#/create/verify-email-address', undefined, { status: 'missing_requirements', unverifiedFields: ['email_address'] }],
])('goes on with %s', async (_, expected, signIn, signUp, params) => {
  expect(await outcome(signIn, signUp, params)).toBe(expected);
});

it('passes on what else went wrong', async () => {
  await expect(outcome(new Error('The wallet is locked.'))).rejects.toThrow('The wallet is locked.');
});
