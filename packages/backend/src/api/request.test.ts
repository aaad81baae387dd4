import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClerkClient } from '../create-client.ts';
import { ClerkAPIResponseError, isClerkAPIResponseError } from '../errors.ts';
import { errorAnswer, stubBackendApi, type Answer } from '../testing/backend-api.ts';
import { DEVELOPMENT_KEY, PRODUCTION_KEY } from '../testing/tokens.ts';

const client = createClerkClient({ secretKey: 'sk_live_1', apiUrl: 'https://api.test' });
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('requests', () => {
  it('carry the documented headers', async () => {
    const [call] = await record(() => client.users.getUser('user_1'));
    expect(Object.fromEntries(call?.headers ?? [])).toEqual({
      authorization: 'Bearer sk_live_1',
      'clerk-api-version': '2025-11-10',
      'content-type': 'application/json',
      'user-agent': '@foyer/backend@0.1.0',
    });
  });

  it('have snake_case names at the top of the body, and leave what is inside alone', async () => {
    const [call] = await record(() =>
      client.users.updateUser('user_1', {
        primaryEmailAddressID: 'idn_1',
        publicMetadata: { fooBar: { bazQux: 1 } },
        legalAcceptedAt: new Date(0),
        firstName: undefined,
      }),
    );
    expect(call?.body).toEqual({
      primary_email_address_id: 'idn_1',
      public_metadata: { fooBar: { bazQux: 1 } },
      legal_accepted_at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('convert SAML parameters at every depth', async () => {
    const [call] = await record(() => client.samlConnections.updateSamlConnection('samlc_1', { attributeMapping: { emailAddress: 'mail' } }));
    expect(call?.body).toEqual({ attribute_mapping: { email_address: 'mail' } });
  });

  it('repeat the names of lists in the query and leave out what is empty', async () => {
    const [call] = await record(() => client.users.getCount({ emailAddress: ['a@x.test', 'b@x.test'], query: '' }));
    expect(call?.query.toString()).toBe('email_address=a%40x.test&email_address=b%40x.test');
  });

  it('cannot be led to another endpoint by an ID', async () => {
    const [call] = await record(() => client.users.getUser('../organizations?x=1'));
    expect(call?.path).toBe('/v1/users/..%2Forganizations%3Fx%3D1');
    expect(() => client.users.getUser('')).toThrow('A valid resource ID is required.');
    expect(() => client.users.getUser('..')).toThrow('A valid resource ID is required.');
  });

  it('ask for the keys they need', async () => {
    await expect(createClerkClient({ apiUrl: 'https://api.test' }).users.getUser('user_1')).rejects.toThrow('CLERK_SECRET_KEY');
    await expect(createClerkClient({ secretKey: 'sk_live_1' }).users.getUser('user_1')).rejects.toThrow('CLERK_API_URL');
  });

  it('that make the first keys need none, and carry the one there is', async () => {
    const applications = (secretKey?: string) => createClerkClient({ secretKey, apiUrl: 'https://api.test' }).__experimental_accountlessApplications;
    const [first] = await record(() => applications().createAccountlessApplication());
    const [second] = await record(() => applications('sk_test_1').completeAccountlessApplicationOnboarding());
    expect([first, second].map((call) => call?.headers.get('authorization'))).toEqual([null, 'Bearer sk_test_1']);
  });

  it.each([
    [{ secretKey: 'sk_test_1' }, 'http://localhost:4000/api/v1/instance'],
    [{ secretKey: 'sk_test_1', publishableKey: DEVELOPMENT_KEY }, 'http://localhost:4000/api/v1/instance'],
    [{ secretKey: 'sk_live_1', publishableKey: PRODUCTION_KEY }, 'https://api.example.com/v1/instance'],
    [{ secretKey: 'sk_live_1', publishableKey: PRODUCTION_KEY, apiUrl: 'https://bapi.test/' }, 'https://bapi.test/v1/instance'],
  ])('of %j go to %s', async (options, url) => {
    const fetched = vi.fn(async (_url: string) => Response.json({ object: 'instance' }));
    vi.stubGlobal('fetch', fetched);
    await createClerkClient(options).instance.get();
    expect(fetched.mock.calls[0]?.[0]).toBe(url);
  });
});

describe('error answers', () => {
  it('become ClerkAPIResponseError', async () => {
    stubBackendApi(() => errorAnswer(422, 'form_param_invalid'));
    const error = await client.users.getUser('user_1').catch((caught: unknown) => caught);
    if (!isClerkAPIResponseError(error)) throw new Error('Expected an API error.');
    expect(error).toBeInstanceOf(ClerkAPIResponseError);
    expect(error).toMatchObject({ status: 422, clerkTraceId: 'trace_1', clerkError: true, message: 'long message of form_param_invalid' });
    expect(error.errors).toEqual([
      {
        code: 'form_param_invalid',
        message: 'message of form_param_invalid',
        longMessage: 'long message of form_param_invalid',
        meta: { paramName: 'user_id' },
      },
    ]);
  });

  it('that are not JSON keep their status', async () => {
    stubBackendApi(() => new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
    await expect(client.instance.update({})).rejects.toMatchObject({ status: 502, message: 'Bad Gateway', errors: [] });
  });

  it.each([
    ['breaks off', new Response('{"object":', { headers: { 'content-type': 'application/json' } }), /broke off/],
    ['is that of another server', new Response('<html>', { headers: { 'content-type': 'text/html' } }), /^https:\/\/api\.test does not answer as the Backend API does\. Check CLERK_API_URL/],
  ])('an answer that %s is none', async (_what, answer, message) => {
    stubBackendApi(() => answer);
    await expect(client.users.getUser('user_1')).rejects.toMatchObject({ name: 'ClerkAPIResponseError', status: 200, message: expect.stringMatching(message), errors: [{ code: 'unexpected_error' }] });
  });

  it('of the network are told as such', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    const failure = client.users.getUser('user_1').catch((caught: unknown) => caught);
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({ status: 0, errors: [{ code: 'unexpected_error' }] });
  });
});

describe('retries', () => {
  it('wait as long as Retry-After says', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const answers: Answer[] = [errorAnswer(429, 'too_many_requests', { 'retry-after': '2' }), { object: 'token', jwt: 'x' }];
    const calls = stubBackendApi(() => answers.shift() ?? {});
    const token = client.sessions.getToken('sess_1');
    await vi.advanceTimersByTimeAsync(1900);
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await token).toEqual({ jwt: 'x' });
  });

  it('do not wait long: the error says when to come back', async () => {
    const calls = stubBackendApi(() => errorAnswer(429, 'too_many_requests', { 'retry-after': '60' }));
    await expect(client.users.getUser('user_1')).rejects.toMatchObject({ status: 429, retryAfter: 60 });
    expect(calls).toHaveLength(1);
  });

  it('give up after two', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const calls = stubBackendApi(() => errorAnswer(429, 'too_many_requests', { 'retry-after': '1' }));
    const failure = client.users.getUser('user_1').catch((caught: unknown) => caught);
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({ status: 429 });
    expect(calls).toHaveLength(3);
  });

  it('never repeat a write that may have been carried out', async () => {
    const fetched = vi.fn(() => Promise.reject(new TypeError('fetch failed')));
    vi.stubGlobal('fetch', fetched);
    await expect(client.users.deleteUser('user_1')).rejects.toMatchObject({ status: 0 });
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

async function record(action: () => Promise<unknown>) {
  const calls = stubBackendApi(() => ({ data: [] }));
  await action();
  return calls;
}
