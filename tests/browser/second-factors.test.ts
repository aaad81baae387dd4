import { describe, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { codeOf, fromBase32, stepAt } from '../../apps/server/src/people/totp/algorithm.ts';
import { newPerson, ownPage, says } from './house/own-page.ts';
import { enterCode, enterEmail, enterPassword, isRefused, newAccount, PASSWORD } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { proofs } = inject('house');

/** What the app shows in this half minute, or in a later one: the next is accepted already. */
function codeAt(secret: string, ahead: number): string {
  const bytes = fromBase32(secret);
  if (!bytes) throw new Error(`${secret} is not Base32.`);
  return codeOf(bytes, stepAt(new Date()) + ahead);
}

describe('second factors', () => {
  const site = ownPage(proofs);

  const signIn = async (page: Page, email: string) => {
    await page.goto(`${site.origin}/sign-in`);
    await enterEmail(page, email);
    await enterPassword(page, PASSWORD);
  };
  const signOut = async (page: Page) => {
    await page.evaluate(() => (window as unknown as { Clerk: { signOut(): Promise<void> } }).Clerk.signOut());
    await says(page, 'nobody');
  };

  const signInByBackupCode = async (page: Page, email: string, code: string) => {
    await signIn(page, email);
    await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
    await page.getByText('Use another way').click();
    await page.getByRole('button', { name: 'Use a backup code' }).click();
    await page.locator('input[name=code]').fill(code);
    await page.locator('.cl-formButtonPrimary:enabled').press('Enter');
  };

  it('are an authenticator app, set up by its secret, and a backup code that works once', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page } = await visit(`${site.origin}/sign-in`);
    await signIn(page, email);
    await says(page, email);

    await page.goto(`${site.origin}/profile/security`);
    await page.getByRole('button', { name: /two-step/i }).click();
    await page.locator('.cl-button__totpView').click();
    const secret = await page.locator('#totpSecret-field').inputValue();
    await page.locator('.cl-formButtonPrimary:enabled').press('Enter');
    await page.locator('input[name=code]').fill(codeAt(secret, 0));
    const list = page.getByRole('region', { name: /backup codes/i }).getByRole('listitem');
    await list.first().waitFor();
    const [backupCode = ''] = await list.allTextContents();

    await signOut(page);
    await signIn(page, email);
    await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
    await enterCode(page, codeAt(secret, 1));
    await says(page, email);

    await signOut(page);
    await signInByBackupCode(page, email, backupCode);
    await says(page, email);
    await signOut(page);
    await signInByBackupCode(page, email, backupCode);
    await isRefused(page.locator('input[name=code]'), /./);
  });
});
