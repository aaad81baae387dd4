import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { normaliseAddress } from './address.ts';

function normalise(url: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  const request = { url, method: init.method ?? 'GET', headers: { host: 'localhost:4000', ...init.headers } } as unknown as IncomingMessage;
  return { url: normaliseAddress(request, 'api.example.com'), method: request.method, ...request.foyer };
}

describe('normaliseAddress', () => {
  it.each([
    ['/v1/client', { url: '/v1/client', face: 'frontend', slug: null }],
    ['/v1/me/email_addresses/?a=1', { url: '/v1/me/email_addresses?a=1', face: 'frontend' }],
    ['//api_keys?limit=1', { url: '/api_keys?limit=1', face: 'frontend' }],
    ['/i/blue-fox-1/v1/client', { url: '/v1/client', face: 'frontend', slug: 'blue-fox-1' }],
    ['/i/blue-fox-1', { url: '/', face: 'site', slug: 'blue-fox-1' }],
    ['/api/v1/users', { url: '/_backend/v1/users', face: 'backend' }],
    ['/api//m2m_tokens/verify', { url: '/_backend/m2m_tokens/verify', face: 'backend' }],
    ['/inbox', { url: '/inbox', face: 'site' }],
    ['/apiary', { url: '/apiary', face: 'site' }],
  ])('%s', (url, expected) => {
    expect(normalise(url)).toMatchObject(expected);
  });

  it('a secret key or the API host means the Backend API', () => {
    expect(normalise('/v1/organizations', { headers: { authorization: 'Bearer sk_test_x' } }).url).toBe('/_backend/v1/organizations');
    expect(normalise('/v1/organizations', { headers: { host: 'api.example.com' } }).url).toBe('/_backend/v1/organizations');
    expect(normalise('/v1/organizations', { headers: { authorization: 'Bearer eyJ' } }).url).toBe('/v1/organizations');
  });

  it('applies _method to POST only, and only to methods that browsers cannot send simply', () => {
    expect(normalise('/v1/me?_method=PATCH', { method: 'POST' }).method).toBe('PATCH');
    expect(normalise('/v1/me?_method=DELETE', { method: 'GET' }).method).toBe('GET');
    expect(normalise('/v1/me?_method=CONNECT', { method: 'POST' }).method).toBe('POST');
  });
});
