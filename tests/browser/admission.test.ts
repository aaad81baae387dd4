import { describe, expect, inject, it } from 'vitest';
import { codeSentTo, linkSentTo } from '../lib/inbox.ts';
import { asServer, ownPage, says } from './house/own-page.ts';
import { enterCode, newAccount, PASSWORD } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { guarded, invited, waiting } = inject('house');

describe('where only invited people may sign up', () => {
  const site = ownPage(invited);

  it('others are told so', async () => {
    const { page } = await visit(`${site.origin}/sign-up`);
    await page.getByRole('heading', { name: 'Sign-up is closed' }).waitFor();
    expect(await page.getByLabel('Email address').count()).toBe(0);
  });

  it('who has an invitation chooses a password, and is in', async () => {
    const { email } = newAccount();
    const { url } = await asServer(invited, '/invitations', { email_address: email, redirect_url: `${site.origin}/sign-up`, public_metadata: { role: 'guest' } });
    const { page } = await visit(url);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
    await says(page, email);
    const people = await asServer(invited, `/users?${new URLSearchParams({ email_address: email })}`);
    expect(people).toMatchObject([{ public_metadata: { role: 'guest' } }]);
  });
});

describe('where people wait to be let in', () => {
  const site = ownPage(waiting);

  it('an address is taken down; once it is let in, its owner signs up', async () => {
    const { email } = newAccount();
    const { page } = await visit(`${site.origin}/waitlist`);
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Join the waitlist' }).press('Enter');
    await page.getByRole('heading', { name: 'You are on the waitlist' }).waitFor();

    const { data } = await asServer(waiting, `/waitlist_entries?${new URLSearchParams({ query: email })}`);
    await asServer(waiting, `/waitlist_entries/${data[0].id}/invite`, {});
    await page.goto(await linkSentTo(waiting.proxyUrl, email));
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
    await page.getByText(email).first().waitFor();
  });
});

describe('where robots may not sign up', () => {
  const site = ownPage(guarded);

  it('a browser proves that it is none, and nobody notices', async () => {
    const { email } = newAccount();
    const { page } = await visit(`${site.origin}/sign-up`);
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/v1/client/sign_ups?'));
    await page.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
    expect(new URLSearchParams((await sent).postData() ?? '').get('captcha_token')).toBeTruthy();
    await page.getByLabel('Verification code').waitFor();
    await enterCode(page, await codeSentTo(guarded.proxyUrl, email));
    await says(page, email);
  });
});
