import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { letHoursPass } from '../lib/database.ts';
import { codeSentTo, linkSentTo } from '../lib/inbox.ts';
import { inspect } from './house/inspect.ts';
import { asServer, newPerson, ownPage, says, signIn } from './house/own-page.ts';
import { enterCode, enterEmail, enterPassword, isRefused, newAccount, PASSWORD } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { databaseUrl, guarded, proofs } = inject('house');

/** Who acts, where somebody acts as the one who is signed in. */
function actor(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (window as unknown as { Clerk: { session?: { actor?: { sub: string } } } }).Clerk.session?.actor?.sub);
}

describe('an account', () => {
  const site = ownPage(guarded);

  it('is locked after too many wrong passwords, for the right one too', async () => {
    const { email } = newAccount();
    await newPerson(guarded, email);
    const { page } = await visit(`${site.origin}/sign-in`);
    await enterEmail(page, email);
    for (const guess of ['first guess of mine', 'second guess of mine', 'third guess of mine']) {
      const answered = page.waitForResponse(/attempt_first_factor/);
      await enterPassword(page, guess);
      expect((await answered).ok()).toBe(false);
    }
    await enterPassword(page, PASSWORD);
    await page.getByText(/account is locked/).first().waitFor();
    await says(page, 'nobody');
  });
});

describe('somebody who is signed in', () => {
  const site = ownPage(proofs);

  it('is told of a new device by email, and signs it out from there', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await says(page, email);
    const { page: strange } = await visit('about:blank');
    await signIn(strange, site.origin, email);
    await says(strange, email);

    await page.goto(await linkSentTo(proofs.proxyUrl, email));
    await page.getByRole('heading', { name: 'That device is signed out' }).waitFor();
    await strange.reload();
    await says(strange, 'nobody');
    await page.goto(site.origin);
    await says(page, email);
  });

  it('signs another device out in their profile', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page: other } = await visit('about:blank');
    await signIn(other, site.origin, email);
    await says(other, email);
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await says(page, email);
    await page.goto(`${site.origin}/profile/security`);
    const otherDevice = page.locator('.cl-profileSectionItem__activeDevices', { hasNotText: 'This device' });
    await otherDevice.getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Sign out' }).or(page.getByRole('button', { name: 'Sign out' })).first().click();
    await otherDevice.waitFor({ state: 'detached' });
    await other.reload();
    await says(other, 'nobody');
  });

  it('can be somebody else for a while, with a token of the server', async () => {
    const { email } = newAccount();
    const { id } = await newPerson(proofs, email);
    const { token } = await asServer(proofs, '/actor_tokens', { user_id: id, actor: { sub: 'user_of_support' } });
    const { page } = await visit(`${site.origin}/sign-in?${new URLSearchParams({ __clerk_ticket: token })}`);
    await says(page, email);
    expect(await actor(page)).toBe('user_of_support');
    await page.getByRole('complementary').getByText(email).waitFor();
    await inspect(page, 'impersonation-notice');
    await page.locator('.cl-impersonationFabActionLink').press('Enter');
    await says(page, 'nobody');
    expect(await actor(page)).toBeUndefined();
    // The token was good for once.
    await page.goto(`${site.origin}/sign-in?${new URLSearchParams({ __clerk_ticket: token })}`);
    await page.getByText('has been used').first().waitFor();
    await says(page, 'nobody');
  });

  it.skipIf(databaseUrl === undefined)('proves again who they are before a sensitive change, which then goes on', async () => {
    const { email } = newAccount();
    const { email: second } = newAccount();
    const { id } = await newPerson(proofs, email);
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await says(page, email);
    await letHoursPass(databaseUrl, id);

    await page.goto(`${site.origin}/profile`);
    await page.getByRole('button', { name: 'Add an email address' }).click();
    await page.locator('input[name=emailAddress]').fill(second);
    await page.locator('.cl-formButtonPrimary:enabled').press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
    await dialog.getByLabel('Password', { exact: true }).fill('not the password');
    await dialog.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
    await isRefused(dialog.getByLabel('Password', { exact: true }), /password/i);
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await enterCode(page, await codeSentTo(proofs.proxyUrl, second));
    await page.locator('.cl-profileSectionItem__emailAddresses', { hasText: second }).waitFor();
  });
});
