import { apiError } from '@foyer/protocol/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many requests in so many seconds. */
export interface RateLimit {
  points: number;
  seconds: number;
}

/** The documented limits (guides, "Rate limits"). */
export const RATE_LIMITS = {
  createSignIn: { points: 5, seconds: 10 },
  createSignUp: { points: 5, seconds: 10 },
  attemptSignIn: { points: 3, seconds: 10 },
  attemptSignUp: { points: 3, seconds: 10 },
  backendDevelopment: { points: 100, seconds: 10 },
  backendProduction: { points: 1000, seconds: 10 },
} as const satisfies Record<string, RateLimit>;

export type RateLimitName = keyof typeof RATE_LIMITS;

/**
 * Counts requests by name and key. Each node counts for itself: with several nodes a caller may get
 * that many times the limit, no more than with that many addresses. No secret rests on it: wrong
 * proofs, codes and messages are counted in the database (docs/security.md, "More than one node").
 */
export class RateLimits {
  readonly #limiters = new Map<RateLimitName, RateLimiterMemory>();
  readonly #enabled: boolean;

  constructor(enabled: boolean) {
    this.#enabled = enabled;
    for (const [name, { points, seconds }] of Object.entries(RATE_LIMITS)) {
      this.#limiters.set(name as RateLimitName, new RateLimiterMemory({ keyPrefix: name, points, duration: seconds, blockDuration: seconds }));
    }
  }

  /**
   * Counts one request.
   *
   * @param key who is limited: an instance with an address, or an instance alone
   * @throws ApiError 429 with `Retry-After` once the limit is used up
   */
  async consume(name: RateLimitName, key: string): Promise<void> {
    if (!this.#enabled) return;
    const limiter = this.#limiters.get(name);
    if (!limiter) throw new Error(`There is no rate limit ${name}.`);
    try {
      await limiter.consume(key);
    } catch (result) {
      if (!(result instanceof RateLimiterRes)) throw result;
      throw apiError('too_many_requests', { retryAfter: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) });
    }
  }
}
