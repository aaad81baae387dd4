import { createClerkClient } from '@clerk/backend';
import { clerk, clerkSetup, setupClerkTestingToken } from '@clerk/testing/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { newEmail, newPerson, PASSWORD } from '../house/people.ts';
import { says, signOut, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';
import { visitsOverTls } from './visits.ts';

const { apiUrl, development } = inject('house');
const { users } = createClerkClient({ apiUrl, secretKey: development.secretKey });

const FRONTEND_API = 'workshop.clerk.accounts.dev';

/** The helpers know the Frontend API by the host in the key only, and only over TLS. */
describe('official @clerk/testing', { timeout: 120_000 }, () => {
  const visit = visitsOverTls(() => serveOfficialPage(development), { app: 'app.workshop.example', frontendApi: FRONTEND_API });

  beforeAll(async () => {
    vi.stubEnv('CLERK_TESTING_TOKEN', undefined);
    vi.stubEnv('CLERK_API_URL', apiUrl);
    await clerkSetup({ publishableKey: development.publishableKey, secretKey: development.secretKey, dotenv: false });
  });
  afterAll(() => void vi.unstubAllEnvs());

  it('gets a testing token from our Backend API', () => {
    expect(process.env.CLERK_FAPI).toBe(FRONTEND_API);
    expect(process.env.CLERK_TESTING_TOKEN).toBeTruthy();
  });

  it('takes the testing token to the Frontend API at the host in the key', async () => {
    const { page, origin } = visit;
    await setupClerkTestingToken({ page: ofTheirs(page) });
    await page.goto(`${origin}/sign-up`);
    await page.fill('input[name=emailAddress]', newEmail());
    await page.fill('input[name=password]', PASSWORD);
    await submit(page);
    await page.waitForURL(/verify-email-address/);
    await page.waitForFunction(() => (window as unknown as { Clerk?: { client?: { captchaBypass: boolean } } }).Clerk?.client?.captchaBypass === true);
  });

  it('signs somebody in by password and by code, and out', async () => {
    const { email } = await newPerson(users);
    const { origin } = visit;
    const page = ofTheirs(visit.page);
    await visit.page.goto(origin);
    await clerk.signIn({ page, signInParams: { strategy: 'password', identifier: email, password: PASSWORD } });
    await says(visit.page, email);
    await clerk.signOut({ page });
    await says(visit.page, 'nobody');
    await clerk.signIn({ page, signInParams: { strategy: 'email_code', identifier: email } });
    await says(visit.page, email);
    await signOut(visit.page);
    await says(visit.page, 'nobody');
  });
});

/** The helpers are written for the page of Playwright's own test runner, which is the same one. */
function ofTheirs(page: Page): Parameters<typeof clerk.loaded>[0]['page'] {
  return page as never;
}
