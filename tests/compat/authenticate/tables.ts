import { combine } from './combine.ts';
import { cookieSuffix, mintHandshake, mintToken, NOW, type InstanceType } from './instance.ts';
import type { Row } from './sdks.ts';

const DOCUMENT = { 'sec-fetch-dest': 'document' };
const DESTINATIONS = { document: DOCUMENT, iframe: { 'sec-fetch-dest': 'iframe' }, unknown: {}, 'unknown, wants HTML': { accept: 'text/html,*/*' }, fetch: { 'sec-fetch-dest': 'empty', accept: 'text/html' } };
const TYPES: Record<InstanceType, InstanceType> = { development: 'development', production: 'production' };
const BEFORE = String(NOW - 1000);
const AFTER = String(NOW + 1000);

/** Every group of rows, by what it is about. */
export const TABLES: Record<string, Row[]> = {
  'cookies of a development instance': cookieRows('development'),
  'cookies of a production instance': cookieRows('production'),
  'dev browser': devBrowserRows(),
  'results of a handshake': handshakeRows(),
  'session tokens in the header': headerRows(),
  'kinds of tokens': tokenTypeRows(),
  refresh: refreshRows(),
  satellites: satelliteRows(),
  'requests from another domain': crossOriginRows(),
  'organization in the URL': organizationRows(),
  'URLs behind proxies': forwardedRows(),
  'checks of claims': claimRows(),
  'session claims': sessionClaimRows(),
};

/** Plain and suffixed cookies, which may contradict each other. */
function cookieRows(type: InstanceType): Row[] {
  const suffix = cookieSuffix(type);
  const other: InstanceType = type === 'development' ? 'production' : 'development';
  const sessions = {
    none: undefined,
    valid: mintToken({ type }),
    expired: mintToken({ type, claims: { exp: NOW - 60, iat: NOW - 120, nbf: NOW - 130 } }),
    early: mintToken({ type, claims: { nbf: NOW + 600 } }),
    'of the future': mintToken({ type, claims: { iat: NOW + 600 } }),
    forged: mintToken({ type, forged: true }),
    'not a token': 'garbage',
    "another instance's": mintToken({ type: other }),
    'without issuer': mintToken({ type, claims: { iss: undefined } }),
  };
  const suffixedSessions = {
    none: undefined,
    valid: mintToken({ type, claims: { sid: 'sess_suffixed' } }),
    older: mintToken({ type, claims: { sid: 'sess_older', iat: NOW - 50 } }),
    expired: mintToken({ type, claims: { exp: NOW - 60, iat: NOW - 120, nbf: NOW - 130 } }),
  };
  const times = { none: undefined, zero: '0', earlier: BEFORE, later: AFTER };
  return combine({
    destination: { document: DOCUMENT, fetch: DESTINATIONS.fetch },
    session: sessions,
    'client time': times,
    'suffixed session': suffixedSessions,
    'suffixed client time': times,
  }).map(({ name, values }) => ({
    name,
    type,
    headers: values.destination,
    cookies: {
      __session: values.session,
      __client_uat: values['client time'],
      [`__session_${suffix}`]: values['suffixed session'],
      [`__client_uat_${suffix}`]: values['suffixed client time'],
      ...(type === 'development' && { __clerk_db_jwt: 'dvb_plain', [`__clerk_db_jwt_${suffix}`]: 'dvb_suffixed' }),
    },
  }));
}

function devBrowserRows(): Row[] {
  return combine({
    instance: TYPES,
    destination: DESTINATIONS,
    method: { GET: 'GET', POST: 'POST' },
    cookie: { none: {}, plain: { __clerk_db_jwt: 'dvb_1' }, suffixed: { [`__clerk_db_jwt_${cookieSuffix('development')}`]: 'dvb_2' } },
    query: { none: '', 'dev browser': '?__clerk_db_jwt=dvb_url', 'old name': '?__dev_session=dvb_old&b=2', empty: '?__clerk_db_jwt=' },
    session: { none: {}, valid: { __session: mintToken(), __client_uat: BEFORE } },
  }).map(({ name, values }) => ({
    name,
    type: values.instance,
    method: values.method,
    url: `http://localhost:3000/page${values.query}`,
    headers: values.destination,
    cookies: { ...values.cookie, ...values.session },
  }));
}

function handshakeRows(): Row[] {
  const signedIn = [`__session=${mintToken()}; Path=/`, `__client_uat=${BEFORE}; Path=/`];
  const results = {
    'signed in': { __clerk_handshake: mintHandshake(signedIn) },
    'signed in, suffixed': { __clerk_handshake: mintHandshake([`__session_${cookieSuffix('development')}=${mintToken()}; Path=/`]) },
    'two sessions': { __clerk_handshake: mintHandshake([`__session=${mintToken()}; Path=/`, `__session_x=${mintToken({ claims: { sid: 'sess_last' } })}; Path=/`]) },
    'signed out': { __clerk_handshake: mintHandshake(['__session=; Path=/; Max-Age=0', '__client_uat=0; Path=/']) },
    nothing: { __clerk_handshake: mintHandshake([]) },
    forged: { __clerk_handshake: mintHandshake(signedIn, { forged: true }) },
    'of another type': { __clerk_handshake: mintHandshake(signedIn, { header: { typ: 'at+jwt' } }) },
    'with an expired token': { __clerk_handshake: mintHandshake([`__session=${mintToken({ claims: { exp: NOW - 30, iat: NOW - 90, nbf: NOW - 100 } })}`]) },
    'with a token of the future': { __clerk_handshake: mintHandshake([`__session=${mintToken({ claims: { iat: NOW + 30, nbf: NOW + 30 } })}`]) },
    'with a forged token': { __clerk_handshake: mintHandshake([`__session=${mintToken({ forged: true })}`]) },
    'not a token': { __clerk_handshake: 'garbage' },
    'nonce, signed in': { __clerk_handshake_nonce: 'signed-in' },
    'nonce, signed out': { __clerk_handshake_nonce: 'signed-out' },
    'nonce, unknown': { __clerk_handshake_nonce: 'unknown' },
  };
  return combine({
    instance: TYPES,
    destination: { document: DOCUMENT, fetch: DESTINATIONS.fetch },
    result: results,
    place: { query: 'query', cookie: 'cookie' },
    redirects: { none: {}, two: { __clerk_redirect_count: '2' }, three: { __clerk_redirect_count: '3' }, nonsense: { __clerk_redirect_count: 'x' } },
    session: { none: {}, valid: { __session: mintToken(), __client_uat: BEFORE, __clerk_db_jwt: 'dvb_1' } },
  }).map(({ name, values }) => ({
    name,
    type: values.instance,
    url: values.place === 'query' ? `http://localhost:3000/page?a=1&${new URLSearchParams(values.result as Record<string, string>)}&__clerk_help=1` : 'http://localhost:3000/page?a=1',
    headers: values.destination,
    cookies: { ...(values.place === 'cookie' && values.result), ...values.redirects, ...values.session },
  }));
}

function headerRows(): Row[] {
  const valid = mintToken();
  const expired = mintToken({ claims: { exp: NOW - 60, iat: NOW - 120, nbf: NOW - 130 } });
  return combine({
    instance: TYPES,
    destination: DESTINATIONS,
    method: { GET: 'GET', POST: 'POST' },
    authorization: {
      valid: `Bearer ${valid}`,
      'without a scheme': valid,
      'small letters': `bearer ${valid}`,
      'two spaces': `Bearer  ${valid}`,
      'two words': `Bearer ${valid} more`,
      'no token': 'Bearer',
      'no token, space': 'Bearer ',
      basic: 'Basic dXNlcjpwYXNz',
      expired: `Bearer ${expired}`,
      early: `Bearer ${mintToken({ claims: { nbf: NOW + 600 } })}`,
      'of the future': `Bearer ${mintToken({ claims: { iat: NOW + 600 } })}`,
      forged: `Bearer ${mintToken({ forged: true })}`,
      'not a token': 'Bearer garbage',
      'two parts': 'Bearer a.b',
      'three parts of nonsense': 'Bearer a.b.c',
    },
    cookies: { none: {}, 'signed in': { __session: valid, __client_uat: BEFORE, __clerk_db_jwt: 'dvb_1' }, refresh: { [`__refresh_${cookieSuffix('production')}`]: 'good', __session: expired } },
  }).map(({ name, values }) => ({
    name,
    type: values.instance,
    method: values.method,
    headers: { ...values.destination, authorization: values.authorization },
    cookies: values.cookies,
  }));
}

function tokenTypeRows(): Row[] {
  return combine({
    instance: TYPES,
    destination: { document: DOCUMENT, fetch: DESTINATIONS.fetch },
    accepts: {
      'the default': {},
      'session tokens': { acceptsToken: 'session_token' },
      'API keys': { acceptsToken: 'api_key' },
      'M2M tokens': { acceptsToken: 'm2m_token' },
      'M2M tokens, by a machine': { acceptsToken: 'm2m_token', machineSecretKey: 'ak_machine' },
      'OAuth tokens': { acceptsToken: 'oauth_token' },
      any: { acceptsToken: 'any' },
      'sessions or API keys': { acceptsToken: ['session_token', 'api_key'] },
      'API keys or M2M tokens': { acceptsToken: ['api_key', 'm2m_token'] },
      none: { acceptsToken: [] },
    },
    token: {
      none: undefined,
      session: mintToken(),
      'API key': 'ak_1',
      'API key, unknown': 'ak_unknown',
      'API key, refused': 'ak_refused',
      'API key, broken': 'ak_broken',
      M2M: 'mt_1',
      'M2M, unknown': 'mt_unknown',
      'M2M, refused': 'mt_refused',
      OAuth: 'oat_1',
      'OAuth, unknown': 'oat_unknown',
      'OAuth, broken': 'oat_broken',
      'not a token': 'garbage',
    },
    cookies: { none: {}, 'signed in': { __session: mintToken(), __client_uat: BEFORE, __clerk_db_jwt: 'dvb_1' } },
  }).map(({ name, values }) => ({
    name,
    type: values.instance,
    headers: { ...values.destination, ...(values.token && { authorization: `Bearer ${values.token}` }) },
    cookies: values.cookies,
    options: values.accepts,
  }));
}

function refreshRows(): Row[] {
  const suffix = cookieSuffix('production');
  const expired = { exp: NOW - 60, iat: NOW - 120, nbf: NOW - 130 };
  return combine({
    destination: { document: DOCUMENT, fetch: DESTINATIONS.fetch },
    method: { GET: 'GET', HEAD: 'HEAD', POST: 'POST' },
    session: {
      expired: mintToken({ type: 'production', claims: expired }),
      'expired, without session': mintToken({ type: 'production', claims: { ...expired, sid: undefined } }),
      'expired, of an unknown session': mintToken({ type: 'production', claims: { ...expired, sid: 'sess_unknown' } }),
    },
    refresh: {
      none: {},
      'plain name': { __refresh: 'good' },
      good: { [`__refresh_${suffix}`]: 'good' },
      empty: { [`__refresh_${suffix}`]: 'empty' },
      forged: { [`__refresh_${suffix}`]: 'forged' },
      nameless: { [`__refresh_${suffix}`]: 'nameless' },
      revoked: { [`__refresh_${suffix}`]: 'revoked' },
    },
    names: { plain: '', suffixed: `_${suffix}` },
  }).map(({ name, values }) => ({
    name,
    type: 'production' as const,
    method: values.method,
    headers: values.destination,
    cookies: { [`__session${values.names}`]: values.session, [`__client_uat${values.names}`]: String(NOW - 5000), ...values.refresh },
  }));
}

function satelliteRows(): Row[] {
  return combine({
    instance: TYPES,
    destination: DESTINATIONS,
    satellite: {
      'with a domain': { isSatellite: true, domain: 'satellite.example.dev', signInUrl: 'https://primary.example.com/sign-in', proxyUrl: undefined },
      'with a proxy': { isSatellite: true, proxyUrl: 'https://satellite.example.dev/__clerk', signInUrl: 'https://primary.example.com/sign-in?x=1' },
      'with neither': { isSatellite: true, proxyUrl: undefined, signInUrl: 'https://primary.example.com/sign-in' },
      'without a sign-in page': { isSatellite: true, domain: 'satellite.example.dev' },
      'with a relative sign-in page': { isSatellite: true, domain: 'satellite.example.dev', signInUrl: '/sign-in' },
      'that is the primary': { isSatellite: false, domain: 'example.com', signInUrl: '/sign-in' },
    },
    query: { none: '', synced: '?__clerk_synced=true', 'not synced': '?__clerk_synced=false', 'of a satellite': `?${new URLSearchParams({ __clerk_redirect_url: 'https://satellite.example.dev/page?q=1' })}` },
    cookies: {
      none: {},
      'dev browser': { __clerk_db_jwt: 'dvb_1' },
      'signed in': { __session: mintToken(), __client_uat: BEFORE, __clerk_db_jwt: 'dvb_1' },
      'signed out': { __client_uat: '0', __clerk_db_jwt: 'dvb_1' },
    },
  }).map(({ name, values }) => ({
    name,
    type: values.instance,
    url: `https://satellite.example.dev/page${values.query}`,
    headers: values.destination,
    cookies: values.cookies,
    options: values.satellite,
  }));
}

function crossOriginRows(): Row[] {
  return combine({
    instance: TYPES,
    destination: DESTINATIONS,
    referrer: {
      none: undefined,
      'same origin': 'http://localhost:3000/other',
      'another port': 'http://localhost:4000/',
      'another domain': 'https://satellite.example.dev/page',
      'the development Frontend API': 'https://quiet-otter-4.clerk.accounts.dev/v1/verify',
      'the development portal': 'https://quiet-otter-4.accounts.dev/sign-in',
      'the production Frontend API': 'https://clerk.example.com/v1/verify',
      'the production portal': 'https://accounts.example.com/sign-in',
      'a portal elsewhere': 'https://accounts.other.example/sign-in',
      nonsense: 'nonsense',
    },
    redirects: { none: {}, one: { __clerk_redirect_count: '1' } },
    proxy: { none: {}, 'of our own': { proxyUrl: 'http://localhost:4000' } },
    satellite: { no: {}, yes: { isSatellite: true, domain: 'localhost:3000', signInUrl: 'http://localhost:4000/sign-in' } },
  }).map(({ name, values }) => ({
    name,
    type: values.instance,
    headers: { ...values.destination, ...(values.referrer !== undefined && { referer: values.referrer }) },
    cookies: { __session: mintToken({ type: values.instance }), __client_uat: BEFORE, __clerk_db_jwt: 'dvb_1', ...values.redirects },
    options: { ...values.proxy, ...values.satellite },
  }));
}

function organizationRows(): Row[] {
  return combine({
    instance: TYPES,
    destination: { document: DOCUMENT, fetch: DESTINATIONS.fetch },
    path: { id: '/orgs/org_1/posts', 'another id': '/orgs/org_2', slug: '/orgs/acme', 'another slug': '/orgs/initech/x', personal: '/me', 'below personal': '/me/settings', elsewhere: '/about' },
    active: {
      none: {},
      version1: { org_id: 'org_1', org_slug: 'acme', org_role: 'org:admin', org_permissions: ['org:posts:read'] },
      version2: { v: 2, o: { id: 'org_1', slg: 'acme', rol: 'admin' } },
    },
    patterns: {
      none: undefined,
      organizations: { organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)'] },
      ids: { organizationPatterns: ['/orgs/:id', '/orgs/:id/(.*)'] },
      both: { organizationPatterns: ['/orgs/:slug/(.*)', '/orgs/:id'], personalAccountPatterns: ['/me', '/me/(.*)'] },
      personal: { personalAccountPatterns: ['/me(.*)'] },
    },
    redirects: { none: {}, three: { __clerk_redirect_count: '3' } },
  }).map(({ name, values }) => ({
    name,
    type: values.instance,
    url: `http://localhost:3000${values.path}?a=1`,
    headers: values.destination,
    cookies: { __session: mintToken({ claims: values.active }), __client_uat: BEFORE, __clerk_db_jwt: 'dvb_1', ...values.redirects },
    options: { organizationSyncOptions: values.patterns },
  }));
}

/** Where the browser is sent says how the SDK understood the request's URL. */
function forwardedRows(): Row[] {
  return combine({
    instance: TYPES,
    url: {
      plain: 'http://localhost:3000/page?a=1&b=%20x#part',
      port: 'https://app.example.com:8443/',
      'two slashes': 'http://localhost:3000//other.example/page',
      'dev browser': 'http://localhost:3000/?__clerk_db_jwt=dvb_url&__dev_session=y&z=1',
      unicode: 'http://localhost:3000/grün?ü=ß',
    },
    host: { none: {}, given: { 'x-forwarded-host': 'app.example.com' }, 'with a port': { 'x-forwarded-host': 'app.example.com:8080' }, list: { 'x-forwarded-host': 'app.example.com, inner.example.com' }, plain: { host: 'internal:3000' } },
    scheme: { none: {}, given: { 'x-forwarded-proto': 'https' }, list: { 'x-forwarded-proto': 'https,http' }, odd: { 'x-forwarded-proto': 'https://' } },
    frontend: {
      default: {},
      proxy: { proxyUrl: 'https://app.example.com/__clerk' },
      'proxy, slash': { proxyUrl: 'http://localhost:4000/' },
      domain: { domain: 'example.org', isSatellite: false },
    },
  }).map(({ name, values }) => ({
    name,
    type: values.instance,
    url: values.url,
    headers: { ...DOCUMENT, ...values.host, ...values.scheme },
    cookies: { __client_uat: BEFORE, __clerk_db_jwt: 'dvb_1' },
    options: values.frontend,
  }));
}

function claimRows(): Row[] {
  return combine({
    token: {
      usual: {},
      'without a subject': { claims: { sub: undefined } },
      'with a subject that is a number': { claims: { sub: 7 } },
      'without an end': { claims: { exp: undefined } },
      'with an end in words': { claims: { exp: 'soon' } },
      'without a time of issue': { claims: { iat: undefined } },
      'with a time of issue in words': { claims: { iat: 'now' } },
      'without not-before': { claims: { nbf: undefined } },
      'with not-before in words': { claims: { nbf: 'now' } },
      'just expired': { claims: { exp: NOW - 2, iat: NOW - 62, nbf: NOW - 72 } },
      'a little early': { claims: { nbf: NOW + 3, iat: NOW } },
      'of nobody': { claims: { azp: undefined } },
      'of an empty party': { claims: { azp: '' } },
      'of another party': { claims: { azp: 'https://evil.example' } },
      'for an audience': { claims: { aud: 'api' } },
      'for audiences': { claims: { aud: ['api', 'web'] } },
      'for another audience': { claims: { aud: 'other' } },
      'without a type': { header: { typ: undefined } },
      'of type at+jwt': { header: { typ: 'at+jwt' } },
      'of category session': { header: { cat: 'cl_B7d4PD111AAA' } },
      'of category template': { header: { cat: 'cl_B7d4PD222AAA' } },
      'without an algorithm': { header: { alg: undefined } },
      'of algorithm none': { header: { alg: 'none' } },
      'of algorithm HS256': { header: { alg: 'HS256' } },
      'of algorithm RS512, signed otherwise': { header: { alg: 'RS512' } },
      'without a key ID': { header: { kid: undefined } },
      'with another key ID': { header: { kid: 'ins_other' } },
    },
    options: {
      'no options': {},
      parties: { authorizedParties: ['http://localhost:3000'] },
      'no parties': { authorizedParties: [] },
      audience: { audience: 'api' },
      audiences: { audience: ['web', 'mobile'] },
      'no skew': { clockSkewInMs: 0 },
      'much skew': { clockSkewInMs: 600_000 },
      JWKS: { jwtKey: undefined },
      'JWKS, uncached': { jwtKey: undefined, skipJwksCache: true },
    },
    place: { header: 'header', cookie: 'cookie' },
  }).map(({ name, values }) => {
    const token = mintToken(values.token);
    return {
      name,
      type: 'development' as const,
      headers: { ...DOCUMENT, ...(values.place === 'header' && { authorization: `Bearer ${token}` }) },
      cookies: values.place === 'cookie' ? { __session: token, __client_uat: BEFORE, __clerk_db_jwt: 'dvb_1' } : {},
      options: values.options,
    };
  });
}

/** Tokens of both versions, read into Auth objects. */
function sessionClaimRows(): Row[] {
  const features = 'o:billing,o:impersonation,uo:posts,u:magic_links';
  return combine({
    version: {
      one: { org_id: 'org_1', org_slug: 'acme', org_role: 'org:admin', org_permissions: ['org:posts:create', 'org:sys_memberships:read'] },
      'one, no organization': {},
      'one, no permissions': { org_id: 'org_1', org_slug: 'acme', org_role: 'org:admin' },
      two: { v: 2, fea: features, pla: 'o:gold,u:silver', o: { id: 'org_1', slg: 'acme', rol: 'admin', per: 'create,delete,manage,read', fpm: '12,12,9' } },
      'two, no organization': { v: 2, fea: 'u:posts', pla: 'u:gold' },
      'two, no permissions': { v: 2, fea: 'o:posts', pla: 'o:gold', o: { id: 'org_1', slg: 'acme', rol: 'member' } },
      'two, features without permissions': { v: 2, fea: 'o:posts,o:files', o: { id: 'org_1', slg: 'acme', rol: 'admin', per: 'create', fpm: '0,1' } },
    },
    status: { none: { sts: undefined }, active: { sts: 'active' }, pending: { sts: 'pending' } },
    age: { none: { fva: undefined }, fresh: { fva: [0, 0] }, 'one factor': { fva: [5, -1] }, old: { fva: [2000, 2000] }, 'first old': { fva: [30, 5] } },
    actor: { none: {}, admin: { act: { sub: 'user_admin' } } },
    custom: { none: {}, some: { metadata: { tier: 1 }, email: 'a@example.com' } },
  }).map(({ name, values }) => ({
    name,
    type: 'development' as const,
    headers: { authorization: `Bearer ${mintToken({ claims: { ...values.version, ...values.status, ...values.age, ...values.actor, ...values.custom } })}` },
  }));
}
