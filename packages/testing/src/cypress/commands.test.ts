import { describe, expect, it, vi } from 'vitest';
import type { CypressChain, InterceptedRequest } from './cypress.ts';
import { addClerkCommands } from './index.ts';

/** As much of Cypress as the commands use, on a page with the given Clerk. */
function cypressOn(page: object) {
  const commands = new Map<string, (...parameters: never[]) => unknown>();
  const work: Promise<unknown>[] = [];
  const chain: CypressChain = {
    should(check) {
      check(page);
      return chain;
    },
    then(step) {
      work.push(Promise.resolve(step(page)));
      return chain;
    },
  };
  const intercept = vi.fn<(url: RegExp, handler: (request: InterceptedRequest) => void) => void>();
  const env = (name: string) => ({ CLERK_FAPI: 'clerk.example.com', CLERK_TESTING_TOKEN: '1-c_x' })[name];
  addClerkCommands({ Cypress: { env, Commands: { add: (name, command) => void commands.set(name, command) } }, cy: { intercept, window: () => chain } });
  const run = async (name: string, ...parameters: unknown[]) => {
    (commands.get(name) as ((...all: unknown[]) => unknown) | undefined)?.(...parameters);
    await Promise.all(work.splice(0));
  };
  return { commands, intercept, run };
}

const clerkWith = (status: string) => {
  const attempt = { status, createdSessionId: 'sess_1', supportedFirstFactors: [{ strategy: 'email_code', emailAddressId: 'idn_1' }] };
  const signIn = { create: vi.fn(async () => attempt), prepareFirstFactor: vi.fn(async () => attempt), attemptFirstFactor: vi.fn(async () => attempt) };
  return { loaded: true, client: { signIn }, setActive: vi.fn(async () => undefined), signOut: vi.fn(async () => undefined) };
};

describe('the commands for Cypress', () => {
  it('sign in with a code, and let every request carry the testing token', async () => {
    const Clerk = clerkWith('complete');
    const { commands, intercept, run } = cypressOn({ Clerk });
    expect([...commands.keys()].sort()).toEqual(['clerkLoaded', 'clerkSignIn', 'clerkSignOut']);
    await run('clerkSignIn', { strategy: 'email_code', identifier: 'jane+clerk_test@example.com' });
    expect(Clerk.client.signIn.prepareFirstFactor).toHaveBeenCalledWith({ strategy: 'email_code', emailAddressId: 'idn_1' });
    expect(Clerk.client.signIn.attemptFirstFactor).toHaveBeenCalledWith({ strategy: 'email_code', code: '424242' });
    expect(Clerk.setActive).toHaveBeenCalledWith({ session: 'sess_1' });

    const [pattern, handler] = intercept.mock.calls[0] ?? [];
    expect(pattern?.test('https://clerk.example.com/v1/client')).toBe(true);
    const response = { body: { response: { captcha_bypass: false } } };
    const request: InterceptedRequest = { url: '', query: {}, continue: (respond) => respond(response) };
    handler?.(request);
    expect([request.query, response.body]).toEqual([{ __clerk_testing_token: '1-c_x' }, { response: { captcha_bypass: true } }]);
  });

  it('sign in with a password, and out of what they are told', async () => {
    const Clerk = clerkWith('complete');
    const { run } = cypressOn({ Clerk });
    const params = { strategy: 'password', identifier: 'jane', password: 'violet lantern 7' };
    await run('clerkSignIn', params);
    expect(Clerk.client.signIn.create).toHaveBeenCalledWith(params);
    await run('clerkSignOut', { sessionId: 'sess_1' });
    expect(Clerk.signOut).toHaveBeenCalledWith({ sessionId: 'sess_1' });
  });

  it('say what they cannot do', async () => {
    await expect(cypressOn({}).run('clerkLoaded')).rejects.toThrow('not loaded');
    const unfinished = cypressOn({ Clerk: clerkWith('needs_second_factor') });
    await expect(unfinished.run('clerkSignIn', { strategy: 'password', identifier: 'jane', password: 'x' })).rejects.toThrow('needs_second_factor');
    const real = cypressOn({ Clerk: clerkWith('complete') });
    await expect(real.run('clerkSignIn', { strategy: 'email_code', identifier: 'jane@example.com' })).rejects.toThrow('not a test identity');
    await expect(real.run('clerkSignIn', { strategy: 'phone_code', identifier: '+12015550100' })).rejects.toThrow('cannot sign in by phone_code');
  });
});
