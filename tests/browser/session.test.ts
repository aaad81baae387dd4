import { describe, expect, inject, it } from 'vitest';
import { isGreeted, isStranger, newAccount, signInWithPassword, signOut, signUp } from './house/steps.ts';
import { visit } from './house/visitor.ts';

describe('a session', () => {
  it('survives a reload', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    const account = newAccount();
    await signUp(page, account);
    await page.reload();
    await isGreeted(page, account.firstName);
  });

  it('is one for all tabs: they follow each other in and out', async () => {
    const { page, context } = await visit(`${inject('house').webUrl}/sign-up`);
    const account = newAccount();
    await signUp(page, account);
    const second = await context.newPage();
    await second.goto(inject('house').webUrl);
    await isGreeted(second, account.firstName);

    await signOut(second);
    await page.bringToFront();
    await isStranger(page);

    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await signInWithPassword(page, account);
    await second.bringToFront();
    await isGreeted(second, account.firstName);
  });

  it('is not that of another browser', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    await signUp(page, newAccount());
    const { page: other } = await visit();
    await isStranger(other);
  });

  it('is known to a server: Express answers with the user ID', async () => {
    const { page } = await visit(`${inject('house').webUrl}/sign-up`);
    await signUp(page, newAccount());
    const userId = await page.evaluate(() => (window as { Clerk?: { user?: { id: string } } }).Clerk?.user?.id);
    expect(userId).toMatch(/^user_/);
    await page.getByRole('button', { name: 'Ask it' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toContain(`"userId": "${userId}"`);
  });

  it('is asked for: Express tells strangers to sign in', async () => {
    const response = await fetch(`${inject('house').apiUrl}/api/me`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: expect.stringContaining('Sign in first') });
  });
});
