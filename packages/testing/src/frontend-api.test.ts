import { describe, expect, it } from 'vitest';
import { frontendApiPattern, requireFrontendApi, withCaptchaBypassed, withTestingToken } from './frontend-api.ts';

describe('requests to the Frontend API', () => {
  it.each([
    ['clerk.example.com', 'https://clerk.example.com/v1/client?a=b', true],
    ['clerk.example.com', 'https://clerk.example.com/v1', true],
    ['clerk.example.com', 'http://clerk.example.com/v1/client', false],
    ['clerk.example.com', 'https://clerk.example.com.evil.example/v1/client', false],
    ['clerk.example.com', 'https://clerkxexample.com/v1/client', false],
    ['http://localhost:4000', 'http://localhost:4000/v1/client', true],
    ['http://localhost:4000', 'http://localhost:4000/i/quiet-otter-4/v1/client', true],
    ['http://localhost:4000/', 'http://localhost:4000/api/v1/users', false],
    ['http://localhost:4000/i/codes', 'http://localhost:4000/i/codes/v1/environment', true],
    ['http://localhost:4000/i/codes', 'http://localhost:4000/i/other/v1/environment', false],
    ['http://localhost:4000', 'http://localhost:4000/v1x', false],
  ])('of %s: %s is one: %s', (frontendApi, url, is) => {
    expect(frontendApiPattern(frontendApi).test(url)).toBe(is);
  });

  it('get the token once, whatever else they carry', () => {
    expect(withTestingToken('https://clerk.example.com/v1/client?a=b%20c', '1-c_x')).toBe('https://clerk.example.com/v1/client?a=b+c&__clerk_testing_token=1-c_x');
    expect(withTestingToken('https://clerk.example.com/v1/client?__clerk_testing_token=old', 'new')).toBe('https://clerk.example.com/v1/client?__clerk_testing_token=new');
    expect(withTestingToken('https://clerk.example.com/v1/client', undefined)).toBe('https://clerk.example.com/v1/client');
  });

  it('are answered as if there were no captcha', () => {
    const answer = { response: { id: 'client_1', captcha_bypass: false, sessions: [] }, client: null };
    expect(withCaptchaBypassed(answer)).toEqual({ response: { id: 'client_1', captcha_bypass: true, sessions: [] }, client: null });
    for (const other of [[1], 'text', null, undefined, { response: [], client: { id: 'client_1' } }]) expect(withCaptchaBypassed(other)).toEqual(other);
  });

  it('cannot be told apart before anything is known of it', () => {
    expect(() => requireFrontendApi(undefined)).toThrow('clerkSetup()');
  });
});
