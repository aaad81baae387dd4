import { createClerkClient } from '@clerk/backend';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, leave, newVisitor, newVisitorOf, type Visitor } from '../house/chromium.ts';
import { prefixOf } from '../house/frontend.ts';
import type { PageServer } from '../../lib/page-server.ts';
import { newPerson } from '../house/people.ts';
import { startTlsFront, type TlsFront } from '../house/tls-front.ts';
import { says, signInByPassword, signOut } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';

const { url, apiUrl, production, productionPorts } = inject('house');

const FRONTEND_API = 'clerk.compat-shop.example';
const APP = 'www.compat-shop.example';

describe('official clerk-js with a production instance', { timeout: 120_000 }, () => {
  let browser: Browser;
  let front: TlsFront;
  let visitor: Visitor;
  const sites: PageServer[] = [];

  beforeAll(async () => {
    sites.push(await serveOfficialPage(production, prefixOf(url, production), productionPorts.page), await serveOfficialPage(production));
    front = await startTlsFront({ [FRONTEND_API]: url, [APP]: sites[1]?.origin ?? '' });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await front.stop();
    for (const site of sites) await site.stop();
  });

  afterEach((test) => leave(visitor, test));

  it('keeps its client in our cookie, behind a proxy URL', async () => {
    visitor = await newVisitor(browser);
    await comeAndGo(visitor, sites[0]?.origin ?? '');
  });

  it('keeps its client in our cookie, at the host in the key', async () => {
    visitor = await newVisitorOf(browser, front);
    await comeAndGo(visitor, `https://${APP}`);
    const cookies = await visitor.context.cookies([`https://${FRONTEND_API}`]);
    expect(cookies.find(({ name }) => name === '__client')).toMatchObject({ domain: FRONTEND_API, secure: true });
    // The app's server sees it too: it is on the domain that both share.
    expect(cookies.find(({ name }) => name === '__client_uat')).toMatchObject({ domain: '.compat-shop.example', secure: true });
  });
});

/** Signs in, reloads, signs out and reloads, and looks at the cookies on the way. */
async function comeAndGo({ context, page, problems }: Visitor, origin: string): Promise<void> {
  const { email } = await newPerson(createClerkClient({ apiUrl, secretKey: production.secretKey }).users);
  await signInByPassword(page, origin, email);
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
  // Pictures are at FOYER_URL, which this visitor cannot reach.
  expect(problems.filter((problem) => !problem.includes('/v1/avatars/'))).toEqual([]);
}
