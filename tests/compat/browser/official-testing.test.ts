import { createClerkClient } from '@clerk/backend';
import { clerk, clerkSetup, setupClerkTestingToken } from '@clerk/testing/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { launchChromium, leave, newVisitorOf, type Visitor } from '../house/chromium.ts';
import type { PageServer } from '../../lib/page-server.ts';
import { newEmail, newPerson, PASSWORD } from '../house/people.ts';
import { startTlsFront, type TlsFront } from '../house/tls-front.ts';
import { says, signOut, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';

const { url, apiUrl, development } = inject('house');
const { users } = createClerkClient({ apiUrl, secretKey: development.secretKey });

const FRONTEND_API = 'workshop.clerk.accounts.dev';
const APP = 'app.workshop.example';

/** The helpers know the Frontend API by the host in the key only, and only over TLS. */
describe('official @clerk/testing', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: PageServer;
  let front: TlsFront;
  let visitor: Visitor;

  beforeAll(async () => {
    vi.stubEnv('CLERK_TESTING_TOKEN', undefined);
    vi.stubEnv('CLERK_API_URL', apiUrl);
    await clerkSetup({ publishableKey: development.publishableKey, secretKey: development.secretKey, dotenv: false });
    site = await serveOfficialPage(development);
    front = await startTlsFront({ [FRONTEND_API]: url, [APP]: site.origin });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await front.stop();
    await site.stop();
    vi.unstubAllEnvs();
  });
  beforeEach(async () => {
    visitor = await newVisitorOf(browser, front);
  });
  afterEach((test) => leave(visitor, test));

  it('gets a testing token from our Backend API', () => {
    expect(process.env.CLERK_FAPI).toBe(FRONTEND_API);
    expect(process.env.CLERK_TESTING_TOKEN).toBeTruthy();
  });

  it('takes the testing token to the Frontend API at the host in the key', async () => {
    await setupClerkTestingToken({ page: pageOf(visitor) });
    await visitor.page.goto(`https://${APP}/sign-up`);
    await visitor.page.fill('input[name=emailAddress]', newEmail());
    await visitor.page.fill('input[name=password]', PASSWORD);
    await submit(visitor.page);
    await visitor.page.waitForURL(/verify-email-address/);
    await visitor.page.waitForFunction(() => (window as unknown as { Clerk?: { client?: { captchaBypass: boolean } } }).Clerk?.client?.captchaBypass === true);
  });

  it('signs somebody in by password and by code, and out', async () => {
    const { email } = await newPerson(users);
    const page = pageOf(visitor);
    await visitor.page.goto(`https://${APP}/`);
    await clerk.signIn({ page, signInParams: { strategy: 'password', identifier: email, password: PASSWORD } });
    await says(visitor.page, email);
    await clerk.signOut({ page });
    await says(visitor.page, 'nobody');
    await clerk.signIn({ page, signInParams: { strategy: 'email_code', identifier: email } });
    await says(visitor.page, email);
    await signOut(visitor.page);
    await says(visitor.page, 'nobody');
  });
});

/** The helpers are written for the page of Playwright's own test runner, which is the same one. */
function pageOf({ page }: Visitor): Parameters<typeof clerk.loaded>[0]['page'] {
  return page as never;
}
