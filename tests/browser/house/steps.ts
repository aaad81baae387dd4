/** What people do again and again, in the words that they see. */
import { randomBytes } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { codeSentTo } from './inbox.ts';

export interface Account {
  email: string;
  password: string;
  firstName: string;
}

export const PASSWORD = 'correct horse battery staple';

export function newAccount(firstName = 'Ada'): Account {
  return { email: `${firstName.toLowerCase()}.${randomBytes(4).toString('hex')}@example.com`, password: PASSWORD, firstName };
}

let lastNumber = 0;

/** A fictional number of nobody else in this test file; codes to it are 424242. */
export function newPhoneNumber(): string {
  const area = 201 + Math.floor(Math.random() * 700);
  return `+1${area}55501${String(lastNumber++ % 100).padStart(2, '0')}`;
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Verification code').fill(code);
}

/** From the sign-up page to being signed in, as someone who has a password. */
export async function signUp(page: Page, { email, password, firstName }: Account): Promise<void> {
  await page.getByLabel('First name').fill(firstName);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('Verification code').waitFor();
  await enterCode(page, await codeSentTo(email));
  await isGreeted(page, firstName);
}

/** From the sign-in form, wherever it is shown, to being signed in. */
export async function signInWithPassword(page: Page, { email, password, firstName }: Account): Promise<void> {
  await enterEmail(page, email);
  await enterPassword(page, password);
  await isGreeted(page, firstName);
}

export async function enterEmail(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** The first step of sign-in has a password field too, for password managers: this is the one that people see. */
export async function enterPassword(page: Page, password: string): Promise<void> {
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the user menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).or(page.getByRole('button', { name: 'Sign out' })).click();
  await isStranger(page);
}

export async function isGreeted(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: `Hello, ${name}.` }).waitFor();
}

export async function isStranger(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Come in.' }).waitFor();
}

/** The field is marked, and what is said about it can be seen and belongs to it. */
export async function isRefused(field: Locator, saying: RegExp): Promise<void> {
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  const said = () => field.evaluate((element) => (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText).join(' '));
  await expect.poll(said).toMatch(saying);
}
