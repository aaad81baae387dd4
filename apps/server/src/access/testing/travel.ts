import { afterEach } from 'vitest';
import { testApp } from '../../testing/app.ts';

/** Lets the tests of a file travel in time; after each of them it is today again, for the clock is everyone's. */
export function timeTravel(): (ms: number) => Promise<void> {
  let travelled = 0;
  const travel = async (ms: number) => {
    (await testApp()).clock.advance(ms);
    travelled += ms;
  };
  afterEach(() => travel(-travelled));
  return travel;
}
