import { createClerkClient } from '@clerk/backend';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChromium, newVisitor } from '../house/chromium.ts';
import { prefixOf } from '../house/frontend.ts';
import type { PageServer } from '../house/page-server.ts';
import { newPerson } from '../house/people.ts';
import { says, signInByPassword, signOut } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';

const { url, apiUrl, production, productionPorts } = inject('house');

let browser: Browser;
let site: PageServer;

beforeAll(async () => {
  site = await serveOfficialPage(production, prefixOf(url, production), productionPorts.page);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

it('official clerk-js keeps its client in our cookie, with a production instance', { timeout: 60_000 }, async () => {
  const { email } = await newPerson(createClerkClient({ apiUrl, secretKey: production.secretKey }).users);
  const { context, page, problems } = await newVisitor(browser);
  await signInByPassword(page, site.origin, email);
  await says(page, email);

  const cookies = new Map((await context.cookies()).map((cookie) => [cookie.name, cookie]));
  expect(cookies.get('__client')).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(Number(cookies.get('__client_uat')?.value)).toBeGreaterThan(0);
  expect(cookies.has('__clerk_db_jwt')).toBe(false);

  await page.reload();
  await says(page, email);
  await signOut(page);
  await says(page, 'nobody');
  await page.reload();
  await says(page, 'nobody');
  expect(problems).toEqual([]);
  await context.close();
});
