/** Vitest set-up file: a test during which the server broke the documented contract fails. */
import { afterEach } from 'vitest';
import { breachText, takeBreaches } from './contract.ts';

afterEach(() => {
  const breaches = takeBreaches();
  if (breaches.length > 0) throw new Error(breaches.map(breachText).join('\n'));
});
