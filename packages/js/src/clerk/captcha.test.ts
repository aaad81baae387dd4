import { expect, it } from 'vitest';
import type { ClientResource } from '../types/client.ts';
import type { EnvironmentResource } from '../types/environment.ts';
import { needsCaptcha } from './captcha.ts';

const environment = (enabled = true) =>
  ({
    userSettings: { signUp: { captcha_enabled: enabled } },
    displayConfig: { captchaPublicKey: 'key', captchaPublicKeyInvisible: 'invisible-key', captchaOauthBypass: ['oauth_google'] },
  }) as unknown as EnvironmentResource;
const client = (captchaBypass = false) => ({ captchaBypass }) as ClientResource;

it('wants the security check of whoever signs up where the instance does', () => {
  expect(needsCaptcha(environment(), client(), {})).toBe(true);
  expect(needsCaptcha(environment(), client(), { strategy: 'oauth_github' })).toBe(true);
});

it('wants none where none is asked for, of tests, and of those for whom a trusted provider vouches', () => {
  expect(needsCaptcha(environment(false), client(), {})).toBe(false);
  expect(needsCaptcha(environment(), client(true), {})).toBe(false);
  expect(needsCaptcha(environment(), client(), { strategy: 'oauth_google' })).toBe(false);
});
