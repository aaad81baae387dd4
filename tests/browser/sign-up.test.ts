import { describe, expect, inject, it } from 'vitest';
import { codeSentTo } from './house/inbox.ts';
import { enterCode, isGreeted, isRefused, isStranger, newAccount, signOut, signUp } from './house/steps.ts';
import { visit } from './house/visitor.ts';

describe('sign-up', () => {
  it('with a password and a verified email address, from the button on the first page', async () => {
    const { page } = await visit();
    await isStranger(page);
    await page.getByRole('link', { name: 'Create an account' }).click();
    expect(new URL(page.url()).pathname).toBe('/sign-up');
    const account = newAccount();
    await signUp(page, account);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await page.getByText(`You are signed in as ${account.email}.`).isVisible()).toBe(true);
  });

  it('with a code alone, where nobody has a password', async () => {
    const { page } = await visit(`${inject('house').codesUrl}/sign-up`);
    const { email } = newAccount();
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByLabel('Verification code').waitFor();
    await enterCode(page, await codeSentTo(email));
    await isGreeted(page, email);
    await signOut(page);
  });

  it('says beside the field what is wrong with it, and what to do', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    const { email } = newAccount();
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await isRefused(page.getByLabel('Password', { exact: true }), /8/);
  });

  it('knows an address that is taken', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    const account = newAccount();
    await signUp(page, account);
    await signOut(page);
    await page.goto(`${inject('house').webUrl}/sign-up`);
    await page.getByLabel('Email address').fill(account.email.toUpperCase());
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await isRefused(page.getByLabel('Email address'), /taken/);
  });
});
