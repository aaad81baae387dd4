import type { BrowserContextOptions } from 'playwright-core';
import { describe, inject, it } from 'vitest';
import { codeSentTo } from './house/inbox.ts';
import { fits, findings, inspect } from './house/inspect.ts';
import { enterCode, enterEmail, enterPassword, isGreeted, isRefused, newAccount, signOut } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const LOOKS: [string, BrowserContextOptions][] = [
  ['desktop', { colorScheme: 'light' }],
  ['phone', { colorScheme: 'light', viewport: { width: 320, height: 740 }, hasTouch: true, isMobile: true }],
];

describe.each(LOOKS)('%s', (look, options) => {
  it('every screen can be used by everyone, and fits', async () => {
    const { webUrl } = inject('house');
    const { page } = await visit(webUrl, options);
    const screen = async (name: string) => {
      if (look === 'desktop') return inspect(page, name);
      await findings(page, `${name}-phone`);
      await fits(page, `${name}-phone`);
    };
    const account = newAccount();

    await page.getByRole('heading', { name: 'Come in.' }).waitFor();
    await screen('home');

    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('Email address').fill(account.email);
    await screen('sign-up');
    await page.getByLabel('First name').fill(account.firstName);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByLabel('Verification code').waitFor();
    await screen('sign-up-code');
    await enterCode(page, await codeSentTo(account.email));
    await isGreeted(page, account.firstName);
    await screen('home-signed-in');

    await page.getByRole('button', { name: 'Open the user menu' }).click();
    await page.getByText('Manage account').waitFor();
    await screen('user-button');
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Profile', exact: true }).click();
    await page.getByText(account.email).first().waitFor();
    await screen('profile');
    await page.goto(`${webUrl}/profile/security`);
    await page.getByText('This device').waitFor();
    await screen('profile-security');

    await page.goto(webUrl);
    await isGreeted(page, account.firstName);
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Email address').waitFor();
    await screen('sign-in-dialog');

    await page.goto(`${webUrl}/sign-in`);
    await page.getByLabel('Email address').waitFor();
    await screen('sign-in');
    await enterEmail(page, account.email);
    await enterPassword(page, 'not the password');
    await isRefused(page.getByLabel('Password', { exact: true }), /password/i);
    await screen('sign-in-password-wrong');
    await enterPassword(page, account.password);
    await isGreeted(page, account.firstName);
  });
});
