import { describe, inject, it } from 'vitest';
import { enterEmail, enterPassword, isGreeted, newAccount, signOut, signUp } from './house/steps.ts';
import { visit } from './house/visitor.ts';

describe('the profile', () => {
  it('changes the name, everywhere on the page', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    await signUp(page, newAccount());
    await page.getByRole('link', { name: 'Profile', exact: true }).click();
    await page.getByRole('button', { name: 'Edit profile' }).click();
    await page.getByLabel('First name').fill('Grace');
    await page.getByLabel('Last name').fill('Hopper');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Grace Hopper').first().waitFor();
    await page.getByRole('link', { name: /Foyer/ }).first().click();
    await isGreeted(page, 'Grace');
    await page.reload();
    await isGreeted(page, 'Grace');
  });

  it('asks strangers to sign in, and then shows them what they came for', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    const account = newAccount();
    await signUp(page, account);
    await signOut(page);
    await page.goto(`${inject('house').webUrl}/profile`);
    await page.waitForURL('**/sign-in?**');
    await enterEmail(page, account.email);
    await enterPassword(page, account.password);
    await page.waitForURL('**/profile');
    await page.getByText(account.email).first().waitFor();
  });
});
