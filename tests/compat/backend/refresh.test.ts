import { setTimeout as sleep } from 'node:timers/promises';
import { createClerkClient } from '@clerk/backend';
import { expect, inject, it } from 'vitest';
import { prefixOf } from '../house/frontend.ts';
import { signIn } from '../house/sign-in.ts';
import { visitPage } from '../house/visitor.ts';

const { url, apiUrl, production, productionPorts } = inject('house');
const page = `http://localhost:${productionPorts.server}/dashboard`;

/** Tokens live for a minute, and nothing but a minute makes one of ours expire. */
const TOKEN_LIFETIME_MS = 60_000;

it('official authenticateRequest refreshes an expired token, without a redirect', { timeout: 90_000 }, async () => {
  const clerk = createClerkClient({ secretKey: production.secretKey, apiUrl });
  const options = { publishableKey: production.publishableKey, secretKey: production.secretKey, apiUrl, proxyUrl: prefixOf(url, production), clockSkewInMs: 1 };
  const { browser, userId } = await signIn(production);
  await visitPage(page, { clerk, options }, browser);
  const expiring = browser.cookies.get('__session');
  expect([...browser.cookies.keys()].filter((name) => name.startsWith('__refresh_'))).toHaveLength(1);

  await sleep(TOKEN_LIFETIME_MS + 1000);
  const { state, steps } = await visitPage(page, { clerk, options }, browser);
  expect([state.status, state.reason, steps]).toEqual(['signed-in', null, []]);
  expect(state.toAuth()).toMatchObject({ userId });
  expect(browser.cookies.get('__session')).not.toBe(expiring);
});
