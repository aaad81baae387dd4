/** Waiting and trying again. Delays are in milliseconds. */

export interface RetryOptions {
  /** How often to try in all, the first time included. */
  attempts: number;
  /** Wait before the second try; doubles from then on. */
  firstDelay: number;
  maxDelay: number;
  /** Whether this failure is worth another try. */
  shouldRetry: (error: unknown) => boolean;
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Runs `attempt` until it succeeds, the failure is not worth another try, or the tries are used up. */
export async function retry<T>(attempt: (iteration: number) => Promise<T>, options: RetryOptions): Promise<T> {
  for (let iteration = 1; ; iteration++) {
    try {
      return await attempt(iteration);
    } catch (error) {
      if (iteration >= options.attempts || !options.shouldRetry(error)) throw error;
      // Up to a quarter more, so that many tabs do not come back at the same moment.
      const delay = Math.min(options.firstDelay * 2 ** (iteration - 1), options.maxDelay);
      await sleep(delay * (1 + Math.random() / 4));
    }
  }
}
