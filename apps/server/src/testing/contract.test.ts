import { specFolder } from '@foyer/protocol/testing/spec';
import fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { breachText, checkResponse, contractRecorder, documentedOperations, takeBreaches, type CheckedResponse } from './contract.ts';

const TOKEN = { object: 'token', jwt: 'a.b.c' };
const ERROR = { errors: [{ code: 'resource_not_found', message: 'm', long_message: 'l' }], clerk_trace_id: 't' };
const SIGN_IN_TOKEN = {
  object: 'sign_in_token',
  id: 'sit_1',
  status: 'pending',
  user_id: 'user_1',
  url: null,
  created_at: 1,
  updated_at: 1,
};

function check(changes: Partial<CheckedResponse>) {
  return checkResponse({ api: 'bapi', version: '2025-11-10', method: 'GET', path: '/users', status: 200, body: [], ...changes });
}

function violations(changes: Partial<CheckedResponse>): string[] {
  const verdict = check(changes);
  if (!verdict?.known) throw new Error(`not checked: ${JSON.stringify(verdict)}`);
  return verdict.violations.map(({ path, message }) => `${path}: ${message}`);
}

describe.skipIf(specFolder() === null)('checkResponse', () => {
  it('accepts what the document describes', () => {
    expect(check({})).toEqual({ known: true, operation: 'GET /users', violations: [] });
    expect(violations({ method: 'POST', path: '/sign_in_tokens', body: SIGN_IN_TOKEN })).toEqual([]);
    expect(violations({ api: 'fapi', path: '/v1/client', body: { response: null, client: null } })).toEqual([]);
  });

  it('finds what is missing, unknown or not allowed', () => {
    const token = { ...SIGN_IN_TOKEN, status: 'lost', colour: 'red', id: undefined };
    expect(violations({ method: 'POST', path: '/sign_in_tokens', body: JSON.parse(JSON.stringify(token)) })).toEqual([
      ': lacks "id"',
      ': has "colour", which is not described',
      '/status: is "lost", not one of pending, accepted, revoked',
    ]);
    expect(violations({ body: undefined })).toEqual([': has no JSON body']);
    expect(violations({ status: 201 })).toEqual([': status 201 is not described']);
  });

  it('blames only the variant that fits best', () => {
    const verification = { object: 'verification_otp', status: 'verified', strategy: 'email_code', attempts: 1 };
    const address = { object: 'email_address', id: 'idn_1', email_address: 'a@b.c', reserved: false, linked_to: [], verification };
    expect(violations({ path: '/email_addresses/idn_1', body: { ...address, created_at: 1, updated_at: 1 } })).toEqual([
      '/verification: lacks "expire_at"',
    ]);
  });

  it('holds every refusal against the error shape', () => {
    expect(violations({ status: 429, body: ERROR })).toEqual([]);
    expect(violations({ status: 404, body: { message: 'no' } })).toHaveLength(1);
  });

  it('finds operations by their path', () => {
    expect(check({ path: '/users/count', body: { object: 'total_count', total_count: 1 } })).toMatchObject({ operation: 'GET /users/count', violations: [] });
    expect(check({ path: '/users/user_1/', status: 404, body: ERROR })).toMatchObject({ operation: 'GET /users/{user_id}' });
    expect(check({ method: 'HEAD', path: '/jwks', body: undefined })).toMatchObject({ operation: 'GET /jwks', violations: [] });
    expect(check({ api: 'fapi', path: '/v1/saml/metadata/samlc_1.xml', body: undefined })).toMatchObject({ known: true });
    expect(check({ path: '/clients/handshake_payload' })).toEqual({ known: false, reason: 'undocumented' });
    expect(check({ path: '/nowhere' })).toEqual({ known: false, reason: 'unknown operation' });
  });

  it('takes pages of lists that are bare by default', () => {
    expect(violations({ path: '/sessions', paginated: true, body: { data: [], total_count: 0 } })).toEqual([]);
    expect(violations({ path: '/sessions', body: { data: [], total_count: 0 } })).toHaveLength(1);
  });

  it('knows both versions', () => {
    expect(documentedOperations('bapi', '2025-11-10')).toContain('GET /billing/plans');
    expect(documentedOperations('bapi', '2025-04-10')).toContain('GET /commerce/plans');
  });
});

describe.skipIf(specFolder() === null)('contractRecorder', () => {
  it('collects what a server answers against the documents', async () => {
    const app = fastify() as unknown as FastifyInstance;
    const url = '/_backend/v1/sessions/:session_id/tokens';
    app.post(url, { config: { face: 'backend' } }, async () => ({ ...TOKEN, object: 'ticket' }));
    app.get('/v1/health', { config: { face: 'frontend' } }, async () => ({ status: 'healthy' }));
    app.get('/inbox', async () => ({ anything: true }));
    contractRecorder(app);
    await app.ready();

    await app.inject({ url: '/v1/health' });
    await app.inject({ url: '/inbox' });
    expect(takeBreaches()).toEqual([]);

    await app.inject({ method: 'POST', url: '/_backend/v1/sessions/sess_1/tokens', headers: { 'clerk-api-version': '2025-04-10' } });
    const [breach, ...others] = takeBreaches();
    expect(others).toEqual([]);
    expect(breach && breachText(breach)).toBe(
      'POST /sessions/{session_id}/tokens answered 200, which the OpenAPI document of 2025-04-10 does not allow:\n' +
        '  /object is "ticket", not one of token',
    );
    await app.close();
  });
});
