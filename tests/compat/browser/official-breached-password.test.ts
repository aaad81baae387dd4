import { createClerkClient } from '@clerk/backend';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { codeSentTo } from '../../lib/inbox.ts';
import type { PageServer } from '../../lib/page-server.ts';
import { launchChromium, leave, newVisitor, type Visitor } from '../house/chromium.ts';
import { newMailbox } from '../house/people.ts';
import { enterCode, says, submit } from './gestures.ts';
import { serveOfficialPage } from './official-page.ts';

const { url, apiUrl, development } = inject('house');
const { users } = createClerkClient({ apiUrl, secretKey: development.secretKey });
const BREACHED = 'qwertyuiop';

describe('official clerk-js', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: PageServer;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await serveOfficialPage(development, url);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  beforeEach(async () => {
    visitor = await newVisitor(browser);
  });
  afterEach(async (test) => {
    await leave(visitor, test);
    expect(visitor.problems).toEqual([]);
  });

  it('leads whoever signs in with a breached password through a reset', async () => {
    const { page } = visitor;
    const email = newMailbox();
    const { id } = await users.createUser({ emailAddress: [email], password: BREACHED, skipPasswordChecks: true });
    await page.goto(`${site.origin}/sign-in`);
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.fill('input[name=password]', BREACHED);
    await submit(page);
    await page.getByRole('button', { name: 'Reset your password' }).click();
    await enterCode(page, await codeSentTo(url, email));
    await page.fill('input[name=password]', 'another seven otters swim');
    await page.fill('input[name=confirmPassword]', 'another seven otters swim');
    await submit(page);
    await says(page, email);
    expect(await users.verifyPassword({ userId: id, password: 'another seven otters swim' })).toEqual({ verified: true });
  });

  it('says beside the field that a new password is a breached one', async () => {
    const { page } = visitor;
    await page.goto(`${site.origin}/sign-up`);
    await page.fill('input[name=firstName]', 'Ada');
    await page.fill('input[name=lastName]', 'Lovelace');
    await page.fill('input[name=emailAddress]', newMailbox());
    await page.fill('input[name=password]', BREACHED);
    await submit(page);
    await page.locator('.cl-formFieldErrorText', { hasText: /breach/i }).first().waitFor();
  });
});
