import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../testing/app.ts';

let test: TestInstance;
beforeAll(async () => {
  test = await createTestInstance();
});

it.each(['/v1/organization_invitations', '/v1/organizations/org_1/invitations', '/v1/users/user_1/billing/subscription', '/api_keys/ak_1', '/v1/webhooks/svix'])('%s is told to be to come', async (path) => {
  const { status, body } = await test.bapi('GET', path);
  expect([status, body.errors[0].code]).toEqual([403, 'feature_not_implemented']);
  expect(body.clerk_trace_id).toMatch(/\w/);
  expect((await test.bapi('GET', path, { secretKey: 'sk_test_unknown' })).status).toBe(401);
});

it.each(['/v1/organizations/org_1/invitations', '/v1/me/organization_invitations/orginv_1/accept', '/v1/me/billing/subscription', '/api_keys', '/v1/me/tokens', '/v1/me/external_accounts/eac_1/reauthorize', '/oauth/token', '/v1/saml/acs/samlc_1'])('%s is told to be to come by the Frontend API, and pages may read it', async (path) => {
  const origin = 'http://localhost:3000';
  const { status, body, headers } = await test.browser({ origin }).post(path);
  expect([status, body.errors[0].code]).toEqual([403, 'feature_not_implemented']);
  expect(headers['access-control-allow-origin']).toBe(origin);
});

it.each(['/v1/unknown', '/v1/users/user_1/unknown', '/v1/organizationsx'])('%s is not found', async (path) => {
  const { status, body } = await test.bapi('GET', path);
  expect([status, body.errors[0].code]).toEqual([404, 'resource_not_found']);
});

it('pages that are not there are not found either', async () => {
  const { http } = await testApp();
  const answer = await http.inject('/nowhere');
  expect([answer.statusCode, answer.json().errors[0].code]).toEqual([404, 'resource_not_found']);
});

describe('a method that a path does not take', () => {
  it('is told those that it takes', async () => {
    const { status, body, headers } = await test.bapi('PUT', '/v1/users/user_1');
    expect([status, body.errors[0].code, headers['allow']]).toEqual([405, 'bad_request', 'GET, PATCH, DELETE, HEAD, OPTIONS']);
    expect(body.errors[0].long_message).toBe('This address does not take PUT. It takes GET, PATCH, DELETE, HEAD, OPTIONS.');
    const ofPage = await test.browser().put('/v1/environment');
    expect([ofPage.status, ofPage.headers['allow'], ofPage.headers['access-control-allow-origin']]).toEqual([405, 'GET, PATCH, HEAD, OPTIONS', 'http://localhost:3000']);
  });

  it('may be asked for', async () => {
    const { http } = await testApp();
    const answer = await http.inject({ method: 'OPTIONS', url: '/v1/client' });
    expect([answer.statusCode, answer.headers.allow]).toEqual([204, 'GET, PUT, POST, DELETE, HEAD, OPTIONS']);
    expect((await http.inject({ method: 'OPTIONS', url: '/v1/nowhere' })).statusCode).toBe(404);
  });
});
