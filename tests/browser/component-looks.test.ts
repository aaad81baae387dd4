import { randomBytes } from 'node:crypto';
import { describe, inject, it } from 'vitest';
import { carryPasskeys } from '../lib/virtual-authenticator.ts';
import { codeAt, SECRET } from './house/devices.ts';
import { inspect } from './house/inspect.ts';
import { addPasskey, asServer, newPerson, ownPage, says, signIn } from './house/own-page.ts';
import { enterCode, enterEmail, newAccount, newPhoneNumber } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { guarded, invited, phones, proofs, strict, waiting } = inject('house');

/** The screens that only some people meet. */
describe('everyone can use, on every device,', () => {
  describe('what proves who somebody is', () => {
    const site = ownPage(proofs);

    it('at sign-in', async () => {
      const { email } = newAccount();
      await newPerson(proofs, email, { totp_secret: SECRET, backup_codes: ['first7code', 'second8code'] });
      const { page } = await visit(`${site.origin}/sign-in`);
      await enterEmail(page, email);
      await page.getByText('Use another way').click();
      await inspect(page, 'other-first-factors');
      await page.getByRole('button', { name: /email a link/i }).click();
      await page.getByRole('heading', { name: 'Check your email' }).waitFor();
      await inspect(page, 'email-link');

      await signIn(page, site.origin, email);
      await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
      await inspect(page, 'second-factor');
      await page.getByText('Use another way').click();
      await page.getByRole('button', { name: 'Use a backup code' }).click();
      await page.locator('input[name=code]').fill('not a code');
      await page.locator('.cl-formButtonPrimary:enabled').press('Enter');
      await page.locator('input[name=code][aria-invalid=true]').waitFor();
      await inspect(page, 'backup-code-wrong');
    });

    it('in the profile, and again before a sensitive change', async () => {
      const { email } = newAccount();
      await newPerson(proofs, email, { totp_secret: SECRET, backup_codes: ['first7code', 'second8code'] });
      const { page } = await visit('about:blank');
      await carryPasskeys(page);
      await signIn(page, site.origin, email);
      await enterCode(page, codeAt(SECRET));
      await says(page, email);
      await addPasskey(page, site.origin);
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByRole('button', { name: /delete account/i }).click();
      await page.getByText('This device').waitFor();
      await inspect(page, 'security');

      await page.evaluate(() => {
        const { Clerk } = window as unknown as { Clerk: { __internal_openReverification(props: object): void } };
        Clerk.__internal_openReverification({ level: 'multi_factor' });
      });
      await page.getByRole('dialog').getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
      await inspect(page, 'reverification');
    });
  });

  describe('a phone', () => {
    const site = ownPage(phones);

    it('to sign in with, and to find a password again', async () => {
      const { email } = newAccount();
      const number = newPhoneNumber();
      await newPerson(phones, email, { phone_number: [number] });
      const { page } = await visit(`${site.origin}/sign-in`);
      await page.getByRole('button', { name: 'Use phone instead' }).click();
      await page.getByLabel('Phone number').fill(number);
      await inspect(page, 'phone-number');
      await page.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
      await page.getByRole('button', { name: 'Forgot it?' }).click();
      await inspect(page, 'forgotten-password');
      await page.getByRole('button', { name: 'Reset your password' }).click();
      await page.getByLabel('Reset code').waitFor();
      await inspect(page, 'reset-code');
      await page.getByLabel('Reset code').fill('424242');
      await page.getByLabel('New password', { exact: true }).fill('short');
      await page.getByRole('button', { name: 'Set new password' }).press('Enter');
      await inspect(page, 'new-password');
    });
  });

  describe('what a session waits for', () => {
    const site = ownPage(strict);

    it('one thing after the other', async () => {
      const { id } = await newPerson(strict, newAccount().email);
      await asServer(strict, `/users/${id}/password/set_compromised`, {});
      const { token } = await asServer(strict, '/sign_in_tokens', { user_id: id });
      const { page } = await visit(`${site.origin}/sign-in?${new URLSearchParams({ __clerk_ticket: token })}`);
      await page.getByText('please choose a new password before you go on').waitFor();
      await page.getByLabel('New password', { exact: true }).fill('seven quiet otters swim');
      await page.getByLabel('Repeat the new password').fill('seven quiet otters swim');
      await inspect(page, 'task-reset-password');
      await page.getByRole('button', { name: 'Set new password' }).press('Enter');
      await page.getByRole('heading', { name: 'Set up two-step verification' }).waitFor();
      await page.locator('.cl-button__totpView').waitFor();
      await inspect(page, 'task-setup-mfa');
      await page.locator('.cl-button__totpView').click();
      await page.locator('#totpSecret-field').waitFor();
      await inspect(page, 'task-setup-mfa-key');
      const secret = await page.locator('#totpSecret-field').inputValue();
      await page.locator('.cl-formButtonPrimary:enabled').press('Enter');
      await page.locator('input[name=code]').fill(codeAt(secret));
      await page.getByRole('region', { name: /backup codes/i }).getByRole('listitem').first().waitFor();
      await inspect(page, 'task-backup-codes');
    });
  });

  describe('the way in', () => {
    const [waitlist, closed, careful] = [ownPage(waiting), ownPage(invited), ownPage(guarded)];

    it('by a waitlist', async () => {
      const { page } = await visit(`${waitlist.origin}/sign-up`);
      await page.getByRole('heading', { name: 'Sign-up is closed' }).waitFor();
      await inspect(page, 'sign-up-by-waitlist');
      await page.goto(`${waitlist.origin}/waitlist`);
      await page.getByLabel('Email address').fill(`${randomBytes(6).toString('hex')}@example.com`);
      await inspect(page, 'waitlist');
      await page.getByRole('button', { name: 'Join the waitlist' }).press('Enter');
      await page.getByRole('heading', { name: 'You are on the waitlist' }).waitFor();
      await inspect(page, 'waitlist-joined');
    });

    it('by an invitation', async () => {
      const { email } = newAccount();
      const { url } = await asServer(invited, '/invitations', { email_address: email, redirect_url: `${closed.origin}/sign-up` });
      const { page } = await visit(url);
      await page.getByLabel('Password', { exact: true }).fill('short');
      await inspect(page, 'invitation');
    });

    it('past a security check that asks to be pressed', async () => {
      const { page } = await visit(`${careful.origin}/sign-up`);
      await page.getByLabel('Email address').fill(newAccount().email);
      await inspect(page, 'sign-up-guarded');
    });
  });
});
