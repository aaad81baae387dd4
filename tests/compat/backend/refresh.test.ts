import { setTimeout as sleep } from 'node:timers/promises';
import { createClerkClient } from '@clerk/backend';
import { decodeJwt } from 'jose';
import { afterEach, expect, inject, it, vi } from 'vitest';
import { prefixOf } from '../house/frontend.ts';
import { signIn } from '../house/sign-in.ts';
import { visitPage } from '../house/visitor.ts';

const { url, apiUrl, production, productionPorts } = inject('house');
const page = `http://localhost:${productionPorts.server}/dashboard`;

afterEach(() => void vi.useRealTimers());

it('official authenticateRequest refreshes an expired token, without a redirect', async () => {
  const clerk = createClerkClient({ secretKey: production.secretKey, apiUrl });
  const options = { publishableKey: production.publishableKey, secretKey: production.secretKey, apiUrl, proxyUrl: prefixOf(url, production), clockSkewInMs: 1 };
  const { browser, userId } = await signIn(production);
  await visitPage(page, { clerk, options }, browser);
  const expiring = browser.cookies.get('__session');
  expect([...browser.cookies.keys()].filter((name) => name.startsWith('__refresh_'))).toHaveLength(1);

  // The SDK's clock runs ahead of the server's to where the token has just expired; one made some seconds later has not.
  await sleep(3000);
  const { exp = 0 } = decodeJwt(expiring ?? '');
  vi.useFakeTimers({ toFake: ['Date'], now: exp * 1000 + 100 });
  const { state, steps } = await visitPage(page, { clerk, options }, browser);
  expect([state.status, state.reason, steps]).toEqual(['signed-in', null, []]);
  expect(state.toAuth()).toMatchObject({ userId });
  expect(browser.cookies.get('__session')).not.toBe(expiring);
});
