import { createClerkClient } from '@clerk/backend';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchChromium, leave, newVisitor, newVisitorOf, type Visitor } from '../house/chromium.ts';
import { codeSentTo } from '../../lib/inbox.ts';
import type { PageServer } from '../../lib/page-server.ts';
import { newMailbox, newPerson, PASSWORD } from '../house/people.ts';
import { startTlsFront, type TlsFront } from '../house/tls-front.ts';
import { enterCode, says, signInByPassword, submit } from './gestures.ts';
import { serveReactPage } from './react-page.ts';

const { url, apiUrl, development } = inject('house');
const { users } = createClerkClient({ apiUrl, secretKey: development.secretKey });
const { publishableKey } = development;

describe('official @clerk/clerk-react with our script', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: PageServer;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    site = await serveReactPage({ publishableKey, proxyUrl: url, clerkJSUrl: `${url}/npm/@clerk/clerk-js@5/dist/clerk.browser.js` });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  beforeEach(async () => {
    visitor = await newVisitor(browser);
    page = visitor.page;
  });
  afterEach(async (test) => {
    await leave(visitor, test);
    expect(visitor.problems).toEqual([]);
  });

  it('tells components and hooks who is signed in', async () => {
    const { id, email } = await newPerson(users);
    await page.goto(site.origin);
    await says(page, 'nobody');
    await signInByPassword(page, site.origin, email);
    await says(page, email);
    expect(JSON.parse((await page.textContent('#ids')) ?? '')).toMatchObject({ userId: id, isSignedIn: true, sameSession: true, sameUser: true });
    await page.locator('#protected', { hasText: 'no admin' }).waitFor();

    await page.click('#token');
    await page.waitForFunction(() => document.title.startsWith('eyJ'));
    expect(JSON.parse(Buffer.from((await page.title()).split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ sub: id });

    await page.reload();
    await says(page, email);
    await page.click('#sign-out');
    await says(page, 'nobody');
  });

  it('signs somebody up', async () => {
    const email = newMailbox();
    await page.goto(`${site.origin}/sign-up`);
    await page.fill('input[name=firstName]', 'Ada');
    await page.fill('input[name=lastName]', 'Lovelace');
    await page.fill('input[name=emailAddress]', email);
    await page.fill('input[name=password]', PASSWORD);
    await submit(page);
    await enterCode(page, await codeSentTo(url, email));
    await says(page, `${email} Ada Lovelace`);
  });

  it('draws UserButton and UserProfile, and renames somebody there', async () => {
    const { id, email } = await newPerson(users);
    await signInByPassword(page, site.origin, email);
    await says(page, email);
    await page.click('.cl-userButtonTrigger');
    await page.locator('.cl-userButtonPopoverCard', { hasText: email }).waitFor();

    await page.goto(`${site.origin}/profile`);
    await page.click('.cl-profileSectionPrimaryButton__profile');
    await page.fill('input[name=firstName]', 'Grace');
    await page.fill('input[name=lastName]', 'Hopper');
    await submit(page);
    await page.locator('.cl-userPreview', { hasText: 'Grace Hopper' }).first().waitFor();
    expect((await users.getUser(id)).fullName).toBe('Grace Hopper');
  });

  it('sends nobody to the sign-in page', async () => {
    await page.goto(`${site.origin}/private`);
    await page.waitForURL(/\/sign-in/);
    await page.waitForSelector('input[name=identifier]');
  });
});

describe('official @clerk/clerk-react, told nothing but the publishable key', { timeout: 120_000 }, () => {
  const APP = 'app.workshop.example';
  let browser: Browser;
  let site: PageServer;
  let front: TlsFront;

  beforeAll(async () => {
    site = await serveReactPage({ publishableKey });
    front = await startTlsFront({ 'workshop.clerk.accounts.dev': url, [APP]: site.origin });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await front.stop();
    await site.stop();
  });

  it('loads our script from the host in the key, and signs somebody in', async () => {
    const { email } = await newPerson(users);
    const { page, problems, context } = await newVisitorOf(browser, front);
    const scripts: string[] = [];
    page.on('response', (response) => void (response.url().includes('/npm/') && scripts.push(response.url())));
    await signInByPassword(page, `https://${APP}`, email);
    await says(page, email);
    expect(scripts[0]).toBe('https://workshop.clerk.accounts.dev/npm/@clerk/clerk-js@5/dist/clerk.browser.js');
    expect(problems).toEqual([]);
    await context.close();
  });
});
