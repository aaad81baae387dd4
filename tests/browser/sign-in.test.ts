import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { codeSentTo } from './house/inbox.ts';
import { enterCode, enterEmail, enterPassword, isGreeted, isRefused, newAccount, signInWithPassword, signOut, signUp, type Account } from './house/steps.ts';
import { visit } from './house/visitor.ts';

/** Someone who has been here before, signed out now, at the first page. */
async function returning(): Promise<{ page: Page; account: Account }> {
  const { page } = await visit(`${inject('house').webUrl}/sign-up`);
  const account = newAccount();
  await signUp(page, account);
  await signOut(page);
  return { page, account };
}

describe('sign-in', () => {
  it('with a password, in the dialog', async () => {
    const { page, account } = await returning();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await signInWithPassword(page, account);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('with a code, on the page', async () => {
    const { page, account } = await returning();
    const earlier = await codeSentTo(account.email);
    await page.getByRole('button', { name: 'I have one already' }).click();
    await enterEmail(page, account.email);
    await page.getByText('Use another way').click();
    await page.getByRole('button', { name: /Email/ }).click();
    await page.getByLabel('Verification code').waitFor();
    await enterCode(page, await codeSentTo(account.email, { after: earlier }));
    await isGreeted(page, account.firstName);
  });

  it('says beside the field that a password is wrong', async () => {
    const { page, account } = await returning();
    await page.goto(`${inject('house').webUrl}/sign-in`);
    await enterEmail(page, account.email);
    await enterPassword(page, 'something else entirely');
    await isRefused(page.getByLabel('Password', { exact: true }), /password is (not correct|incorrect)/i);
    await enterPassword(page, account.password);
    await isGreeted(page, account.firstName);
  });

  it('says beside the field that a code is wrong, and takes the right one afterwards', async () => {
    const { page } = await visit(`${inject('house').codesUrl}/sign-up`);
    const { email } = newAccount();
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    const field = page.getByLabel('Verification code');
    await field.waitFor();
    const code = await codeSentTo(email);
    await enterCode(page, code === '111111' ? '222222' : '111111');
    await isRefused(field, /code is not correct/);
    await enterCode(page, code);
    await isGreeted(page, email);
  });

  it('does not know a stranger', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-in`);
    await enterEmail(page, newAccount().email);
    await isRefused(page.getByLabel('Email address'), /account/);
  });

  it('works with the keyboard alone', async () => {
    const { page, account } = await returning();
    await page.goto(`${inject('house').webUrl}/sign-in`);
    const email = page.getByLabel('Email address');
    await email.waitFor();
    for (let step = 0; step < 12 && !(await email.evaluate((field) => field === document.activeElement)); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.type(account.email);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    const password = page.getByLabel('Password', { exact: true });
    await expect.poll(() => password.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type(account.password);
    await page.keyboard.press('Enter');
    await isGreeted(page, account.firstName);
  });
});
