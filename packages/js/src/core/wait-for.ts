import { sleep } from './retry.ts';

const INTERVAL = 1000;

/** Something that waits until it is told that the wait is over. */
export interface Waiter {
  /** Resolves once `check` does not answer `undefined`; asks once a second. Rejects when `check` does. */
  start<T>(check: () => Promise<T | undefined>): Promise<T>;
  /** Stops asking; the promise of `start` stays open, as nobody waits for it any more. */
  stop(): void;
}

/** Asks again and again, until there is an answer or nobody wants it any more. */
export function createWaiter(): Waiter {
  let round = 0;
  return {
    async start(check) {
      const mine = ++round;
      for (;;) {
        const answer = await check();
        if (mine !== round) return new Promise(() => undefined);
        if (answer !== undefined) return answer;
        await sleep(INTERVAL);
        if (mine !== round) return new Promise(() => undefined);
      }
    },
    stop() {
      round++;
    },
  };
}
