import { ApiError } from '@foyer/protocol/errors';
import { describe, expect, it } from 'vitest';
import { RateLimits } from './rate-limits.ts';

describe('rate limits', () => {
  it('let the documented number through and then answer 429 with Retry-After, for that key only', async () => {
    const limits = new RateLimits(true);
    for (let i = 0; i < 5; i++) await limits.consume('createSignIn', 'ins_1:10.0.0.1');
    const refusal = await limits.consume('createSignIn', 'ins_1:10.0.0.1').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ status: 429, retryAfter: 10 });
    await limits.consume('createSignIn', 'ins_1:10.0.0.2');
    await limits.consume('createSignUp', 'ins_1:10.0.0.1');
  });

  it('can be switched off to measure', async () => {
    const limits = new RateLimits(false);
    for (let i = 0; i < 50; i++) await limits.consume('attemptSignIn', 'x');
  });
});
