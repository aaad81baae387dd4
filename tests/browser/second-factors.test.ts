import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import { carryPasskeys } from '../lib/virtual-authenticator.ts';
import { codeAt, SECRET } from './house/devices.ts';
import { addPasskey, newPerson, ownPage, says, sessionStatus, signIn, signInByPasskey, signOut } from './house/own-page.ts';
import { enterCode, isRefused, newAccount, newPhoneNumber } from './house/steps.ts';
import { visit } from './house/visitor.ts';

const { phones, proofs, strict } = inject('house');

/** Adds an authenticator app in the profile, by the secret that is shown to who can't scan. */
async function addAuthenticator(page: Page): Promise<{ secret: string; backupCodes: string[] }> {
  await page.locator('.cl-button__totpView').click();
  const secret = await page.locator('#totpSecret-field').inputValue();
  await page.locator('.cl-formButtonPrimary:enabled').press('Enter');
  await page.locator('input[name=code]').fill(codeAt(secret));
  const list = page.getByRole('region', { name: /backup codes/i }).getByRole('listitem');
  await list.first().waitFor();
  return { secret, backupCodes: await list.allTextContents() };
}

describe('second factors', () => {
  const site = ownPage(proofs);

  const signInByBackupCode = async (page: Page, email: string, code = '') => {
    await signIn(page, site.origin, email);
    await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
    await page.getByText('Use another way').click();
    await page.getByRole('button', { name: 'Use a backup code' }).click();
    await page.locator('input[name=code]').fill(code);
    await page.locator('.cl-formButtonPrimary:enabled').press('Enter');
  };

  it('are an authenticator app, set up by its secret, and a backup code that works once', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email);
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await says(page, email);
    await page.goto(`${site.origin}/profile/security`);
    await page.getByRole('button', { name: /two-step/i }).click();
    const { secret, backupCodes } = await addAuthenticator(page);

    await signOut(page);
    await signIn(page, site.origin, email);
    await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
    await enterCode(page, codeAt(secret, 1));
    await says(page, email);

    await signOut(page);
    await signInByBackupCode(page, email, backupCodes[0]);
    await says(page, email);
    await signOut(page);
    await signInByBackupCode(page, email, backupCodes[0]);
    await isRefused(page.locator('input[name=code]'), /./);
  });

  it('are a passkey too, which is worth both: nothing else is asked for', async () => {
    const { email } = newAccount();
    await newPerson(proofs, email, { totp_secret: SECRET });
    const { page } = await visit('about:blank');
    await carryPasskeys(page);
    await signIn(page, site.origin, email);
    await enterCode(page, codeAt(SECRET));
    await says(page, email);
    await addPasskey(page, site.origin);

    await signOut(page);
    await signInByPasskey(page, site.origin);
    await says(page, email);
  });
});

describe('a code by text message', () => {
  const site = ownPage(phones);

  it('is a second factor once a number is kept for it', async () => {
    const { email } = newAccount();
    await newPerson(phones, email);
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await says(page, email);
    await page.goto(`${site.origin}/profile/security`);
    await page.getByRole('button', { name: /two-step/i }).click();
    await page.getByLabel('Phone number').fill(newPhoneNumber());
    await page.locator('.cl-formButtonPrimary:enabled').press('Enter');
    await enterCode(page, '424242');
    await page.locator('.cl-profileSectionItem__mfa').waitFor();

    await signOut(page);
    await signIn(page, site.origin, email);
    await page.getByRole('heading', { name: 'Check your phone' }).waitFor();
    await enterCode(page, '111111');
    await isRefused(page.getByLabel('Verification code'), /code is not correct/);
    await enterCode(page, '424242');
    await says(page, email);
  });
});

describe('where everyone has a second factor', () => {
  const site = ownPage(strict);

  it('who has none sets it up before anything else', async () => {
    const { email } = newAccount();
    await newPerson(strict, email);
    const { page } = await visit('about:blank');
    await signIn(page, site.origin, email);
    await page.getByRole('heading', { name: 'Set up two-step verification' }).waitFor();
    expect(await sessionStatus(page)).toBe('pending');
    const { secret } = await addAuthenticator(page);
    await page.getByRole('button', { name: 'I have saved them' }).click();
    // Who waits is known already: only who has done everything is sent on.
    await page.waitForURL(({ pathname }) => pathname === '/');
    await says(page, email);
    expect(await sessionStatus(page)).toBe('active');

    await signOut(page);
    await signIn(page, site.origin, email);
    await enterCode(page, codeAt(secret, 1));
    await says(page, email);
    expect(await sessionStatus(page)).toBe('active');
  });
});
