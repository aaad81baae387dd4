/** What people do with the official components. */
import type { Page } from 'playwright-core';
import { codeOf, fromBase32, stepAt } from '../../../apps/server/src/people/totp/algorithm.ts';
import { PASSWORD } from '../house/people.ts';

export async function signInByPassword(page: Page, origin: string, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.fill('input[name=identifier]', email);
  await submit(page);
  await page.fill('input[name=password]', PASSWORD);
  await submit(page);
}

export async function signOut(page: Page): Promise<void> {
  await page.click('.cl-userButtonTrigger');
  await page.click('.cl-userButtonPopoverActionButton__signOut');
}

/** By the keyboard: the button moves when advice appears above it, and a click that has begun then misses it. */
export async function submit(page: Page): Promise<void> {
  await page.locator('.cl-formButtonPrimary').press('Enter');
}

/** Types the code once the field takes it: not before the code has been sent. */
export async function enterCode(page: Page, code: string): Promise<void> {
  const input = page.locator('input[autocomplete=one-time-code]:enabled, .cl-otpCodeFieldInput:enabled').first();
  await input.waitFor();
  await input.pressSequentially(code);
}

export async function says(page: Page, text: string): Promise<void> {
  await page.locator('#user', { hasText: text }).waitFor();
}

export async function openUserButton(page: Page): Promise<void> {
  await page.click('.cl-userButtonTrigger');
}

/** Adds an authenticator app in the profile, by the secret that is shown to who can't scan. */
export async function addAuthenticator(page: Page, origin: string): Promise<{ secret: string; backupCodes: string[] }> {
  await page.goto(`${origin}/profile/security`);
  await page.getByText('Add two-step verification').click();
  await page.getByRole('menuitem', { name: /authenticator/i }).click();
  await page.getByText(/can.t scan qr code/i).click();
  const secret = await page.locator('.cl-profilePage input').first().inputValue();
  await submit(page);
  await enterCode(page, codeAt(secret, 0));
  const codes = page.getByText(/^[a-z0-9]{10}$/);
  await codes.first().waitFor();
  const backupCodes = await codes.allTextContents();
  return { secret, backupCodes };
}

/** A code that has not been used: the one after that of the present half minute, which is accepted already. */
export function nextCode(secret: string): string {
  return codeAt(secret, 1);
}

function codeAt(secret: string, ahead: number): string {
  const bytes = fromBase32(secret);
  if (!bytes) throw new Error(`${secret} is not Base32.`);
  return codeOf(bytes, stepAt(new Date()) + ahead);
}

/** Official clerk-js offers no passkeys to browsers that say they are automated. */
export async function hideAutomation(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'webdriver', { value: false });
    Object.defineProperty(navigator, 'userAgent', { value: navigator.userAgent.replace('Headless', '') });
  });
}
