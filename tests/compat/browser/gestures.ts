/** What people do with the official components. */
import type { Page } from 'playwright-core';
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

export async function submit(page: Page): Promise<void> {
  await page.click('.cl-formButtonPrimary');
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
