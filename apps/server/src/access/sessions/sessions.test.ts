import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { signIn, someone } from '../testing/signed-in.ts';

describe('sessions of a client', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('the client shows its session with a fresh token', async () => {
    const browser = test.browser();
    const userId = await someone(test);
    const session = await signIn(test, browser, userId);
    const { status, body } = await browser.get('/v1/client');
    expect(status).toBe(200);
    expect(body.response).toMatchObject({ object: 'client', last_active_session_id: session.id, last_authentication_strategy: 'password' });
    expect(body.response.sessions).toHaveLength(1);
    expect(body.response.sessions[0]).toMatchObject({ id: session.id, status: 'active', user: { id: userId }, factor_verification_age: [0, -1] });
    expect(body.response.sessions[0].last_active_token.jwt).toMatch(/^eyJ/);
    expect(body.client).toEqual({ ...body.response, sessions: [expect.objectContaining({ id: session.id })] });
  });
});
