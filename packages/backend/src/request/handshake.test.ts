import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorAnswer, stubBackendApi } from '../testing/backend-api.ts';
import { DATA, DEVELOPMENT_ISSUER, DOCUMENT, signedInCookies, signedInDevelopmentCookies, visit, type Visit } from '../testing/requests.ts';
import { createSigningKey, mint, now } from '../testing/tokens.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const stale = { __client_uat: now - 20 };

describe('the way to a handshake', () => {
  it('has its parameters in the documented order', async () => {
    const state = await visit({ url: 'https://app.example.com/page?x=1', cookies: stale });
    expect(state.headers.get('location')).toBe(
      'https://clerk.example.com/v1/client/handshake?redirect_url=https%3A%2F%2Fapp.example.com%2Fpage%3Fx%3D1' +
        '&__clerk_api_version=2025-11-10&suffixed_cookies=false&__clerk_hs_reason=client-uat-but-no-session-token&format=nonce',
    );
    expect(state.headers.get('cache-control')).toBe('no-store');
    expect(state.headers.getSetCookie()).toEqual(['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2']);
    expect(state.toAuth()).toBeNull();
  });

  it('takes the development browser along, and out of the URL to come back to', async () => {
    const state = await visit({ development: true, url: 'https://app.example.com/?__clerk_db_jwt=db_9&a=b', client: { proxyUrl: 'http://localhost:4000/' } });
    const url = new URL(state.headers.get('location') ?? '');
    expect(url.origin + url.pathname).toBe('http://localhost:4000/v1/client/handshake');
    expect(url.searchParams.get('__clerk_db_jwt')).toBe('db_9');
    expect(url.searchParams.get('redirect_url')).toBe('https://app.example.com/?a=b');
  });

  it.each<[string, Visit['client'], string]>([
    ['the local server in development', { apiUrl: undefined }, 'http://localhost:4000/v1/client/handshake'],
    ['the server that answers the Backend API', { apiUrl: 'http://localhost:4321/api' }, 'http://localhost:4321/v1/client/handshake'],
    ['a proxy', { proxyUrl: 'https://app.example.com/__clerk' }, 'https://app.example.com/__clerk/v1/client/handshake'],
  ])('leads to %s', async (_, client, expected) => {
    const state = await visit({ development: true, client });
    const url = new URL(state.headers.get('location') ?? '');
    expect(url.origin + url.pathname).toBe(expected);
  });

  it('comes back to the URL that the browser used', async () => {
    const headers = { ...DOCUMENT, 'x-forwarded-host': 'www.example.com, inner.test', 'x-forwarded-proto': 'https,http' };
    const state = await visit({ url: 'http://10.0.0.1:3000/page', headers, cookies: stale });
    expect(new URL(state.headers.get('location') ?? '').searchParams.get('redirect_url')).toBe('https://www.example.com/page');
  });

  it.each([
    [1, 'handshake'],
    [2, 'handshake'],
    [3, 'signed-out'],
    [9, 'signed-out'],
  ])('is not gone round in circles: after %d handshakes %s', async (count, status) => {
    const state = await visit({ cookies: { ...stale, __clerk_redirect_count: count } });
    expect(state).toMatchObject({ status, reason: 'client-uat-but-no-session-token' });
    expect(state.headers.getSetCookie()).toEqual(
      status === 'handshake' ? [`__clerk_redirect_count=${count + 1}; SameSite=Lax; HttpOnly; Max-Age=2`] : [],
    );
  });
});

describe('the result of a handshake', () => {
  const directives = [`__session=${mint()}; Path=/`, `__client_uat=${now}; Path=/`];
  const payload = mint({ handshake: directives });

  it('is applied in production without another redirect', async () => {
    const state = await visit({ cookies: { __clerk_handshake: payload } });
    expect(state).toMatchObject({ status: 'signed-in' });
    expect(state.headers.getSetCookie()).toEqual(directives);
    expect(state.headers.get('location')).toBeNull();
    expect(state.headers.get('access-control-allow-origin')).toBe('null');
  });

  it('is applied in development on the way to the clean URL', async () => {
    const url = `https://app.example.com/page?a=b&__clerk_handshake=${payload}&__clerk_help=1`;
    const state = await visit({ development: true, url });
    expect(state).toMatchObject({ status: 'signed-in' });
    expect(state.headers.get('location')).toBe('https://app.example.com/page?a=b');
    expect(state.headers.get('cache-control')).toBe('no-store');
  });

  it('is fetched by its nonce', async () => {
    const calls = stubBackendApi(() => ({ directives }));
    const state = await visit({ cookies: { __clerk_handshake_nonce: 'nonce_1' } });
    expect(state).toMatchObject({ status: 'signed-in' });
    expect(calls).toMatchObject([{ method: 'GET', path: '/v1/clients/handshake_payload' }]);
    expect(calls[0]?.query.get('nonce')).toBe('nonce_1');
  });

  it('says signed out when it sets no session', async () => {
    const cookies = { __clerk_handshake: mint({ handshake: ['__session=; Path=/; Max-Age=0', '__client_uat=0'] }) };
    const state = await visit({ cookies });
    expect(state).toMatchObject({ status: 'signed-out', reason: 'session-token-missing' });
    expect(state.headers.getSetCookie()).toHaveLength(2);
  });

  it('needs no valid times of its own, but those of its session token count', async () => {
    const old = mint({ exp: now - 1000, handshake: directives });
    expect(await visit({ cookies: { __clerk_handshake: old } })).toMatchObject({ status: 'signed-in' });
    const stillborn = mint({ handshake: [`__session=${mint({ exp: now - 60 })}`] });
    expect(await visit({ cookies: { __clerk_handshake: stillborn } })).toMatchObject({ status: 'signed-out', reason: 'session-token-and-uat-missing' });
  });

  it('forgives a wrong clock in development, aloud', async () => {
    const payloadOfSlowClock = mint({ handshake: [`__session=${mint({ exp: now - 600 })}`] });
    const state = await visit({ development: true, url: `https://app.example.com/?__clerk_handshake=${payloadOfSlowClock}` });
    expect(state).toMatchObject({ status: 'signed-in' });
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('clock of this machine'));
  });

  it('is ignored in production when it is forged, and an error in development', async () => {
    const forged = mint({ handshake: directives }, {}, createSigningKey());
    expect(await visit({ cookies: { ...stale, __clerk_handshake: forged } })).toMatchObject({ status: 'handshake', reason: 'client-uat-but-no-session-token' });
    await expect(visit({ development: true, url: `https://app.example.com/?__clerk_handshake=${forged}` })).rejects.toThrow('signature is invalid');
  });

  it('that cannot be fetched does not come back to be found again', async () => {
    stubBackendApi(() => errorAnswer(404, 'resource_not_found'));
    const state = await visit({ development: true, url: 'https://app.example.com/?a=b&__clerk_handshake_nonce=gone&__clerk_help=1' });
    expect(state).toMatchObject({ status: 'handshake' });
    expect(new URL(state.headers.get('location') ?? '').searchParams.get('redirect_url')).toBe('https://app.example.com/?a=b');
  });

  it('that cannot be fetched leaves the cookies to speak', async () => {
    stubBackendApi(() => errorAnswer(404, 'resource_not_found'));
    expect(await visit({ cookies: { ...signedInCookies(), __clerk_handshake_nonce: 'gone' } })).toMatchObject({ status: 'signed-in' });
  });
});

describe('satellites', () => {
  const satellite = { isSatellite: true, domain: 'satellite.test', signInUrl: 'https://app.example.com/sign-in' };
  const url = 'https://satellite.test/page';

  it('ask the Frontend API in production', async () => {
    const state = await visit({ url, options: satellite });
    expect(state).toMatchObject({ status: 'handshake', reason: 'satellite-needs-syncing', isSatellite: true, domain: 'satellite.test' });
    expect(state.headers.get('location')).toMatch(/^https:\/\/clerk\.satellite\.test\/v1\/client\/handshake\?/);
  });

  it('believe their cookies when pages are opened quickly, instead of signing out', async () => {
    const cookies = { ...signedInCookies(), __clerk_redirect_count: 3 };
    expect(await visit({ url, options: satellite, cookies })).toMatchObject({ status: 'signed-in' });
    expect(await visit({ url, options: satellite, cookies: { __clerk_redirect_count: 3 } })).toMatchObject({ status: 'signed-out', reason: 'session-token-and-uat-missing' });
  });

  it('ask the primary’s sign-in page in development, once', async () => {
    const cookies = { __clerk_db_jwt: 'db_1' };
    const state = await visit({ development: true, url, options: satellite, cookies });
    expect(state.headers.get('location')).toBe('https://app.example.com/sign-in?__clerk_redirect_url=https%3A%2F%2Fsatellite.test%2Fpage');
    expect(await visit({ development: true, url: `${url}?__clerk_synced=true`, options: satellite, cookies })).toMatchObject({
      status: 'signed-out',
      reason: 'session-token-and-uat-missing',
    });
  });

  it('are answered by the primary in development', async () => {
    const state = await visit({
      development: true,
      url: 'https://app.example.com/sign-in?__clerk_redirect_url=https%3A%2F%2Fsatellite.test%2Fpage',
      cookies: signedInDevelopmentCookies(),
    });
    expect(state).toMatchObject({ status: 'handshake', reason: 'primary-responds-to-syncing' });
    expect(state.headers.get('location')).toBe('https://satellite.test/page?__clerk_db_jwt=db_1&__clerk_synced=true');
  });

  it('ask for nothing on requests for data', async () => {
    expect(await visit({ url, headers: DATA, options: satellite, cookies: signedInCookies() })).toMatchObject({ status: 'signed-in' });
  });

  it.each([
    [{ isSatellite: true, domain: 'satellite.test' }, true, 'signInUrl'],
    [{ isSatellite: true, domain: 'satellite.test', signInUrl: '/sign-in' }, true, 'absolute URL'],
    [{ isSatellite: true, signInUrl: 'https://app.example.com/' }, false, 'domain and proxyUrl'],
  ])('say what they miss: %j', async (options, development, message) => {
    await expect(visit({ development, options })).rejects.toThrow(message);
  });

  it.each([
    ['https://satellite.test/x', 'handshake'],
    ['https://app.example.com/x', 'signed-in'],
    ['https://clerk.example.com/x', 'signed-in'],
    ['https://accounts.example.com/x', 'signed-in'],
    ['https://happy-fox-1.accounts.dev/x', 'signed-in'],
    ['nonsense', 'signed-in'],
  ])('may send people to the primary with news: from %s %s', async (referer, status) => {
    const state = await visit({ headers: { ...DOCUMENT, referer }, cookies: signedInCookies() });
    expect(state.status).toBe(status);
    const again = await visit({ headers: { ...DOCUMENT, referer }, cookies: { ...signedInCookies(), __clerk_redirect_count: 1 } });
    expect(again.status).toBe('signed-in');
  });
});

describe('organization sync', () => {
  const organizationSyncOptions = {
    organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)', '/o/:id/(.*)'],
    personalAccountPatterns: ['/me', '/me/(.*)', '/orgs/(.*)'],
  };
  const member = { org_id: 'org_1', org_slug: 'acme', org_role: 'org:admin' };

  it.each<[string, object, string | null]>([
    ['/orgs/acme', member, null],
    ['/orgs/acme/settings', member, null],
    ['/orgs/other/settings', member, 'other'],
    ['/o/org_1/x', member, null],
    ['/o/org_2/x', member, 'org_2'],
    ['/me', member, ''],
    ['/me', {}, null],
    ['/orgs/acme', {}, 'acme'],
    ['/elsewhere', member, null],
  ])('on %s as %j activates %j', async (path, claims, organizationId) => {
    const state = await visit({ url: `https://app.example.com${path}`, cookies: signedInCookies(claims), options: { organizationSyncOptions } });
    expect(`${state.status} ${state.reason}`).toBe(organizationId === null ? 'signed-in null' : 'handshake active-organization-mismatch');
    const location = state.headers.get('location');
    expect(location && new URL(location).searchParams.get('organization_id')).toBe(organizationId);
  });

  it('leaves requests for data, and those it cannot help, as they are', async () => {
    const request = { url: 'https://app.example.com/orgs/other', cookies: signedInCookies(member), options: { organizationSyncOptions } };
    expect(await visit({ ...request, headers: DATA })).toMatchObject({ status: 'signed-in' });
    expect(await visit({ ...request, cookies: { ...request.cookies, __clerk_redirect_count: 3 } })).toMatchObject({ status: 'signed-in' });
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('could not be activated'));
  });

  it('rides on handshakes made for other reasons', async () => {
    const state = await visit({ url: 'https://app.example.com/orgs/acme', cookies: stale, options: { organizationSyncOptions } });
    expect(new URL(state.headers.get('location') ?? '').searchParams.get('organization_id')).toBe('acme');
  });

  it('keeps the development issuer in mind', async () => {
    const cookies = signedInDevelopmentCookies({ iss: DEVELOPMENT_ISSUER, ...member });
    const state = await visit({ development: true, url: 'https://app.example.com/orgs/x', cookies, options: { organizationSyncOptions } });
    expect(state).toMatchObject({ status: 'handshake', reason: 'active-organization-mismatch' });
  });
});
