import { randomBytes } from 'node:crypto';
import { describe, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { SoftwareWallet } from '../../apps/server/src/testing/wallet.ts';
import { linkSentTo } from '../lib/inbox.ts';
import { carryPasskeys } from '../lib/virtual-authenticator.ts';
import { newPerson, ownPage, says } from './house/own-page.ts';
import { enterEmail, enterPassword, newAccount, PASSWORD } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { proofs, waiting, wallets } = inject('house');

describe('who somebody is', () => {
  const site = ownPage(proofs);

  const signOut = async (page: Page) => {
    await page.evaluate(() => (window as unknown as { Clerk: { signOut(): Promise<void> } }).Clerk.signOut());
    await says(page, 'nobody');
  };

  it('is proved by a link, opened in another tab', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page, context } = await visit(`${site.origin}/sign-in`);
    await enterEmail(page, email);
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await page.getByText('Use another way').click();
    await page.getByRole('button', { name: /email a link/i }).click();
    const other = await context.newPage();
    await other.goto(await linkSentTo(proofs.proxyUrl, email));
    await says(page, email);
  });

  it('is proved by a passkey that was made in the profile', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page } = await visit(`${site.origin}/sign-in`);
    const device = await carryPasskeys(page);
    await enterEmail(page, email);
    await enterPassword(page, PASSWORD);
    await says(page, email);
    await page.goto(`${site.origin}/profile/security`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.locator('.cl-profileSectionItem__passkeys').waitFor();

    await signOut(page);
    await device.touching(false);
    await page.goto(`${site.origin}/sign-in`);
    await page.getByText('Use a passkey instead').click();
    await device.touching(true);
    await says(page, email);
  });

  it('can be two people in one browser, of whom one acts', async () => {
    const [ada, bob] = [newAccount('Ada').email, newAccount('Bob').email];
    const { page } = await visit('about:blank');
    for (const email of [ada, bob]) {
      await newPerson(proofs, email);
      await page.goto(`${site.origin}/sign-in`);
      await enterEmail(page, email);
      await enterPassword(page, PASSWORD);
      await says(page, email);
    }
    await page.goto(site.origin);
    await page.getByRole('button', { name: 'Open the user menu' }).click();
    await page.getByRole('button', { name: new RegExp(ada) }).or(page.getByRole('menuitem', { name: new RegExp(ada) })).click();
    await says(page, ada);
  });
});

describe('a wallet', () => {
  const site = ownPage(wallets);

  it('signs a text of ours: one is signed up, and in', async () => {
    const wallet = new SoftwareWallet();
    const { page, context } = await visit('about:blank');
    await context.exposeFunction('signWithTheWallet', (hex: string) => wallet.sign(Buffer.from(hex.slice(2), 'hex').toString()));
    await context.addInitScript((address) => {
      const { signWithTheWallet } = window as unknown as { signWithTheWallet(hex: string): Promise<string> };
      const request = async ({ method, params = [] }: { method: string; params?: string[] }) => (method === 'personal_sign' ? signWithTheWallet(params[0] ?? '') : [address]);
      Object.assign(window, { ethereum: { isMetaMask: true, request } });
    }, wallet.address);
    await page.goto(`${site.origin}/sign-in`);
    await page.getByRole('button', { name: /metamask/i }).click();
    await page.waitForFunction(() => (window as unknown as { Clerk?: { user?: { web3Wallets: unknown[] } } }).Clerk?.user?.web3Wallets.length === 1);
  });
});

describe('a waitlist', () => {
  const site = ownPage(waiting);

  it('takes an address', async () => {
    const { page } = await visit(`${site.origin}/waitlist`);
    await page.getByLabel('Email address').fill(`${randomBytes(6).toString('hex')}@example.com`);
    await page.getByRole('button', { name: 'Join the waitlist' }).press('Enter');
    await page.getByRole('heading', { name: 'You are on the waitlist' }).waitFor();
  });
});
