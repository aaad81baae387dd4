import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { codeSentTo } from './house/inbox.ts';
import { enterCode, enterEmail, enterPassword, isGreeted, isRefused, newAccount, signOut } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const PICTURES = fileURLToPath(new URL('../../test-results/browser/', import.meta.url));

const LOOKS: [string, BrowserContextOptions][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { colorScheme: 'light', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
];

describe.each(LOOKS)('%s', (look, options) => {
  it('every screen can be used by everyone, and fits', async () => {
    mkdirSync(PICTURES, { recursive: true });
    const { webUrl } = inject('house');
    const { page } = await visit(webUrl, options);
    const screen = (name: string) => inspect(page, `${name}-${look}`);
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

/** Takes a picture, and looks for what keeps people out: axe's serious findings, and a page that is wider than its window. */
async function inspect(page: Page, name: string): Promise<void> {
  // Contrast cannot be judged while something is still fading in.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)));
  await page.screenshot({ path: `${PICTURES}${name}.png` });
  await page.evaluate(axe.source);
  const findings = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(findings, name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${name} is wider than its window`).toBe(0);
}
