import { describe, inject, it } from 'vitest';
import { isGreeted, isStranger, newAccount, signUp } from './house/steps.ts';
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
    await page.getByRole('button', { name: 'Open the user menu' }).click();
    await page.getByText('Sign out', { exact: true }).click();
    await isStranger(page);
    await page.goto(`${inject('house').webUrl}/profile`);
    await page.waitForURL('**/sign-in?**');
    await page.getByLabel('Email address').fill(account.email);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.waitForURL('**/profile');
    await page.getByText(account.email).first().waitFor();
  });
});
