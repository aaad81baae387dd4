import { describe, inject, it } from 'vitest';
import { linkSentTo } from '../lib/inbox.ts';
import { carryPasskeys } from '../lib/virtual-authenticator.ts';
import { carryWallet } from './house/devices.ts';
import { addPasskey, newPerson, ownPage, says, signIn, signInByPasskey, signOut } from './house/own-page.ts';
import { enterEmail, newAccount } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { proofs, wallets } = inject('house');

describe('who somebody is', () => {
  const site = ownPage(proofs);

  it('is proved by a link, opened in another tab; the first one follows', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page, context } = await visit(`${site.origin}/sign-in`);
    await enterEmail(page, email);
    await page.getByText('Use another way').click();
    await page.getByRole('button', { name: /email a link/i }).click();
    const other = await context.newPage();
    await other.goto(await linkSentTo(proofs.proxyUrl, email));
    await says(page, email);
    await says(other, email);
  });

  it('is not proved by a link that is opened elsewhere, but by the same one where it was asked for', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page } = await visit(`${site.origin}/sign-in`);
    await enterEmail(page, email);
    await page.getByText('Use another way').click();
    await page.getByRole('button', { name: /email a link/i }).click();
    const link = await linkSentTo(proofs.proxyUrl, email);
    const { page: elsewhere } = await visit(link);
    await elsewhere.getByRole('heading', { name: 'This link belongs to another browser' }).waitFor();
    await says(elsewhere, 'nobody');
    await page.goto(link);
    await says(page, email);
  });

  it('is proved by a passkey that was made in the profile', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page } = await visit('about:blank');
    await carryPasskeys(page);
    await signIn(page, site.origin, email);
    await says(page, email);
    await addPasskey(page, site.origin);

    await signOut(page);
    await signInByPasskey(page, site.origin);
    await says(page, email);
  });

  it('can be two people in one browser, of whom one acts', async () => {
    const [ada, bob] = [newAccount('Ada').email, newAccount('Bob').email];
    const { page } = await visit('about:blank');
    for (const email of [ada, bob]) {
      await newPerson(proofs, email);
      await signIn(page, site.origin, email);
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
    const { page, context } = await visit('about:blank');
    await carryWallet(context);
    await page.goto(`${site.origin}/sign-in`);
    await page.getByRole('button', { name: /metamask/i }).click();
    await page.waitForFunction(() => (window as unknown as { Clerk?: { user?: { web3Wallets: unknown[] } } }).Clerk?.user?.web3Wallets.length === 1);
  });
});
