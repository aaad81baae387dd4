import { describe, expect, it } from 'vitest';
import { createRedirect, type CreateRedirectParams } from './redirects.ts';
import { DEVELOPMENT_KEY, PRODUCTION_KEY } from './testing/tokens.ts';

const create = (params: Partial<CreateRedirectParams<string>>) =>
  createRedirect({ publishableKey: PRODUCTION_KEY, redirectAdapter: (url) => url, baseUrl: 'https://app.example.com/page', ...params });

describe('createRedirect', () => {
  it('leads to the account portal', () => {
    const { redirectToSignIn, redirectToSignUp } = create({});
    expect(redirectToSignIn()).toBe('https://accounts.example.com/sign-in');
    expect(redirectToSignUp()).toBe('https://accounts.example.com/sign-up');
    expect(redirectToSignIn({ returnBackUrl: '/back?suffixed_cookies=true' })).toBe(
      'https://accounts.example.com/sign-in?redirect_url=https%3A%2F%2Fapp.example.com%2Fback',
    );
  });

  it('leads to the local server’s in development, with the development browser', () => {
    const params = { publishableKey: DEVELOPMENT_KEY, devBrowserToken: 'db_1' };
    expect(create(params).redirectToSignIn()).toBe('http://localhost:4000/portal/sign-in?__clerk_db_jwt=db_1');
    expect(create({ ...params, proxyUrl: 'http://localhost:4321/' }).redirectToSignUp()).toBe('http://localhost:4321/portal/sign-up?__clerk_db_jwt=db_1');
    expect(create({ ...params, signInUrl: '/sign-in' }).redirectToSignIn()).toBe('https://app.example.com/sign-in');
  });

  it('leads to pages of the application’s own', () => {
    const { redirectToSignIn, redirectToSignUp } = create({ signInUrl: '/sign-in' });
    expect(redirectToSignIn({ returnBackUrl: 'https://app.example.com/back' })).toBe(
      'https://app.example.com/sign-in?redirect_url=https%3A%2F%2Fapp.example.com%2Fback',
    );
    expect(redirectToSignUp()).toBe('https://app.example.com/sign-in/create');
    expect(create({ signInUrl: '/sign-in', signUpUrl: '/join' }).redirectToSignUp()).toBe('https://app.example.com/join');
  });

  it('leads a session with open tasks to these', () => {
    expect(create({ signInUrl: '/sign-in', sessionStatus: 'pending' }).redirectToSignIn()).toBe('https://app.example.com/sign-in/tasks');
  });

  it('needs a key to know the portal', () => {
    expect(() => create({ publishableKey: '' }).redirectToSignIn()).toThrow('CLERK_PUBLISHABLE_KEY');
  });
});
