import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { codeSentTo } from '../lib/inbox.ts';
import { asServer, newPerson, ownPage, says, sessionStatus, signIn, signOut } from './house/own-page.ts';
import { enterEmail, enterPassword, isRefused, newAccount, newPhoneNumber } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { phones } = inject('house');
const NEW_PASSWORD = 'seven quiet otters swim';

async function choosePassword(page: Page, password: string, repeated = password): Promise<void> {
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Repeat the new password').fill(repeated);
  await page.getByRole('button', { name: 'Set new password' }).press('Enter');
}

describe('a forgotten password', () => {
  const site = ownPage(phones);

  it('is replaced with a code that came by email, and serves no more', async () => {
    const { email } = newAccount();
    await newPerson(phones, email);
    const { page } = await visit(`${site.origin}/sign-in`);
    await enterEmail(page, email);
    await page.getByRole('button', { name: 'Forgot it?' }).click();
    await page.getByRole('button', { name: 'Reset your password' }).click();
    await page.getByLabel('Reset code').fill(await codeSentTo(phones.proxyUrl, email));
    await choosePassword(page, NEW_PASSWORD, 'something else');
    await isRefused(page.getByLabel('Repeat the new password'), /differ/);
    await choosePassword(page, NEW_PASSWORD);
    await says(page, email);

    await signOut(page);
    await signIn(page, site.origin, email);
    await isRefused(page.getByLabel('Password', { exact: true }), /password/i);
    await enterPassword(page, NEW_PASSWORD);
    await says(page, email);
  });

  it('is replaced with a code that came by text message', async () => {
    const { email } = newAccount();
    const number = newPhoneNumber();
    await newPerson(phones, email, { phone_number: [number] });
    const { page } = await visit(`${site.origin}/sign-in`);
    await page.getByRole('button', { name: 'Use phone instead' }).click();
    await page.getByLabel('Phone number').fill(number);
    await page.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Forgot it?' }).click();
    await page.getByRole('button', { name: 'Reset your password' }).click();
    await page.getByLabel('Reset code').fill('424242');
    await choosePassword(page, NEW_PASSWORD);
    await says(page, email);
  });
});

describe('a password that others may know', () => {
  const site = ownPage(phones);

  async function somebody(): Promise<{ id: string; email: string }> {
    const { email } = newAccount();
    const { id } = await newPerson(phones, email);
    await asServer(phones, `/users/${id}/password/set_compromised`, { revoke_all_sessions: true });
    return { id, email };
  }

  it('does not let anybody in: another is asked for first', async () => {
    const { email } = await somebody();
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await choosePassword(page, NEW_PASSWORD);
    await says(page, email);
    expect(await sessionStatus(page)).toBe('active');
  });

  it('is a task for who came by a link of the server', async () => {
    const { id } = await somebody();
    const { token } = await asServer(phones, '/sign_in_tokens', { user_id: id });
    const { page } = await visit(`${site.origin}/sign-in?${new URLSearchParams({ __clerk_ticket: token })}`);
    await page.getByText('please choose a new password before you go on').waitFor();
    expect(await sessionStatus(page)).toBe('pending');
    await choosePassword(page, NEW_PASSWORD);
    await expect.poll(() => sessionStatus(page)).toBe('active');
  });
});
