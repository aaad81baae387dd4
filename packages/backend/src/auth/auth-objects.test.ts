import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JwtPayload } from '@foyer/protocol/claims';
import { decodeJwt } from '../jwt/decode.ts';
import { reverificationError, reverificationErrorResponse } from '../reverification.ts';
import { stubBackendApi } from '../testing/backend-api.ts';
import { mint } from '../testing/tokens.ts';
import { getAuthObjectForAcceptedToken, makeAuthObjectSerializable } from './accepted-auth.ts';
import { invalidTokenAuthObject, unauthenticatedMachineObject } from './machine-auth.ts';
import { getAuthObjectFromJwt, signedInAuthObject, signedOutAuthObject } from './session-auth.ts';
import { decorateObjectWithResources } from './with-resources.ts';

const api = { secretKey: 'sk_live_secret', apiUrl: 'https://api.test' };
const claims = (changes: object = {}): JwtPayload => decodeJwt(mint(changes)).payload;
const version2 = { v: 2, fva: [1, -1], fea: 'o:posts', pla: 'u:pro', o: { id: 'org_1', slg: 'acme', rol: 'admin', per: 'read', fpm: '1' } };

afterEach(() => vi.unstubAllGlobals());

describe('signed in', () => {
  it('tells who and where', () => {
    expect(signedInAuthObject(api, 'token', claims(version2))).toMatchObject({
      tokenType: 'session_token',
      isAuthenticated: true,
      userId: 'user_1',
      sessionId: 'sess_1',
      sessionStatus: null,
      orgId: 'org_1',
      orgSlug: 'acme',
      orgRole: 'org:admin',
      orgPermissions: ['org:posts:read'],
      factorVerificationAge: [1, -1],
    });
  });

  it('answers has() from the claims', () => {
    const { has } = signedInAuthObject(api, 'token', claims(version2));
    expect(has({ role: 'org:admin' })).toBe(true);
    expect(has({ permission: 'org:posts:read' })).toBe(true);
    expect(has({ permission: 'org:posts:manage' })).toBe(false);
    expect(has({ feature: 'posts' })).toBe(true);
    expect(has({ plan: 'user:pro', reverification: 'strict' })).toBe(true);
  });

  it('gets tokens: its own, or one a template makes', async () => {
    const calls = stubBackendApi(() => ({ object: 'token', jwt: 'made' }));
    const { getToken } = signedInAuthObject(api, 'token', claims());
    expect(await getToken()).toBe('token');
    expect(calls).toEqual([]);
    expect(await getToken({ template: 'supabase' })).toBe('made');
    expect(await getToken({ expiresInSeconds: 60 })).toBe('made');
    expect(calls).toMatchObject([
      { path: '/v1/sessions/sess_1/tokens/supabase', body: undefined },
      { path: '/v1/sessions/sess_1/tokens', body: { expires_in_seconds: 60 } },
    ]);
  });

  it('shows no secrets when debugged', () => {
    const debug = signedInAuthObject({ ...api, jwtKey: '-----BEGIN PUBLIC KEY-----' }, 'token', claims()).debug();
    expect(debug).toMatchObject({ secretKey: 'sk_live', jwtKey: '-----BE' });
  });

  it('may be pending', () => {
    const jwt = decodeJwt(mint({ sts: 'pending' }));
    expect(getAuthObjectFromJwt(jwt, api)).toMatchObject({ userId: null, sessionStatus: 'pending' });
    expect(getAuthObjectFromJwt(jwt, { ...api, treatPendingAsSignedOut: false })).toMatchObject({ userId: 'user_1' });
  });
});

describe('signed out', () => {
  it('has and gets nothing', async () => {
    const auth = signedOutAuthObject();
    expect(auth.has({ role: 'org:admin' })).toBe(false);
    expect(await auth.getToken({ template: 'x' })).toBeNull();
    expect(auth.debug()).toEqual({ secretKey: '', machineSecretKey: '', jwtKey: '' });
  });

  it.each([
    ['api_key', { name: null, claims: null, userId: null, orgId: null }],
    ['m2m_token', { claims: null, machineId: null }],
    ['oauth_token', { userId: null, clientId: null }],
  ] as const)('knows the fields of %s', async (tokenType, fields) => {
    const auth = unauthenticatedMachineObject(tokenType);
    expect(auth).toMatchObject({ tokenType, isAuthenticated: false, id: null, subject: null, scopes: null, ...fields });
    expect(await auth.getToken()).toBeNull();
  });
});

describe('a route that takes some kinds of tokens', () => {
  const session = signedInAuthObject(api, 'token', claims());
  const machine = unauthenticatedMachineObject('api_key');
  it.each([
    [session, undefined, 'session_token', true],
    [session, 'any', 'session_token', true],
    [session, 'api_key', 'api_key', false],
    [session, ['api_key', 'session_token'], 'session_token', true],
    [session, ['api_key'], null, false],
    [machine, undefined, 'session_token', false],
    [machine, 'any', 'api_key', false],
    [invalidTokenAuthObject(), 'any', null, false],
    [invalidTokenAuthObject(), 'm2m_token', 'm2m_token', false],
  ] as const)('%#', (authObject, acceptsToken, tokenType, isAuthenticated) => {
    expect(getAuthObjectForAcceptedToken({ authObject, acceptsToken })).toMatchObject({ tokenType, isAuthenticated });
  });

  it('can pass the facts on without the functions', () => {
    expect(Object.values(makeAuthObjectSerializable({ ...session })).filter((value) => typeof value === 'function')).toEqual([]);
  });
});

describe('resources behind an Auth object', () => {
  it('are loaded without private metadata', async () => {
    stubBackendApi(({ path }) =>
      path.includes('/users/')
        ? { object: 'user', id: 'user_1', email_addresses: [], private_metadata: { secret: 1 }, public_metadata: {} }
        : { object: 'organization', id: 'org_1', private_metadata: { secret: 1 } },
    );
    const auth = signedInAuthObject(api, 'token', claims(version2));
    const result = await decorateObjectWithResources({ page: 1 }, auth, { ...api, loadUser: true, loadOrganization: true });
    expect(result).toMatchObject({ page: 1, user: { id: 'user_1' }, organization: { id: 'org_1' } });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(result.session).toBeUndefined();
  });
});

describe('reverification', () => {
  it('is asked for in the way that browsers understand', async () => {
    const response = reverificationErrorResponse('strict');
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual(reverificationError('strict'));
    expect(reverificationError({ level: 'first_factor', afterMinutes: 5 }).clerk_error).toEqual({
      type: 'forbidden',
      reason: 'reverification-error',
      metadata: { reverification: { level: 'first_factor', afterMinutes: 5 } },
    });
  });
});
